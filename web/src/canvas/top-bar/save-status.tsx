import clsx from 'clsx'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useSaveState, useSession } from '../canvas-context'
import { saveCopy } from './save-copy'
import styles from './scenario-bar.module.css'
import { useSecondsUntil } from './use-seconds-until'

/** Saving, saved, kept in this browser, or not saved and why. */
export function SaveStatus() {
  const { t, date } = useWords()
  const { flow, document } = useSession()
  const saveState = useSaveState()
  if (saveState.kind === 'saving') {
    return (
      <span className={styles.saved} role="status">
        <LoaderCircle className={`icon-s ${styles.clock}`} aria-hidden="true" />
        <span className={styles.savedWords}>{t('save.saving')}</span>
      </span>
    )
  }
  if (saveState.kind === 'offline') {
    return (
      <span className={clsx(styles.saved, styles.warn)} role="status">
        <CloudOff className="icon-s" aria-hidden="true" />
        {t('save.offline', { n: saveState.acts })}
      </span>
    )
  }
  if (saveState.kind === 'failed') {
    return (
      <>
        <span className={clsx(styles.saved, styles.bad)} role="status" title={saveState.message}>
          <TriangleAlert className="icon-s" aria-hidden="true" />
          <FailedWords retryAt={saveState.retryAt} />
        </span>
        <Button look="ghost" size="small" onClick={() => saveCopy(flow, document.content)}>
          {t('save.copy')}
        </Button>
      </>
    )
  }
  const at = saveState.at
    ? t('save.at', { at: date(new Date(saveState.at).toISOString(), 'time') })
    : undefined
  return (
    <span className={styles.saved} role="status" title={at}>
      <Check className="icon-s" aria-hidden="true" />
      <span className={styles.savedWords}>{t('save.saved')}</span>
    </span>
  )
}

/** Read aloud once; the seconds that run down until it is tried again are for the eye. */
function FailedWords({ retryAt }: { retryAt: number | null }) {
  const { t } = useWords()
  const seconds = useSecondsUntil(retryAt)
  if (seconds === null) return t('save.failed')
  return (
    <>
      <span className="sr-only">{t('save.failed')}</span>
      <span aria-hidden="true">{t('save.retrying', { n: seconds })}</span>
    </>
  )
}
