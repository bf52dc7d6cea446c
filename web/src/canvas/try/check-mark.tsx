import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { CheckOutcome } from '../../api/saved-checks'
import { useWords } from '../../words/use-words'
import styles from './saved-checks.module.css'

/** Whether a check passes, as a shape and a word for those who hear it; nothing known yet without an outcome. */
export function CheckMark({ outcome }: { outcome: CheckOutcome['outcome'] | undefined }) {
  const { t } = useWords()
  if (outcome === 'passes')
    return (
      <span className={styles.passes}>
        <CircleCheck className="icon" aria-hidden="true" />
        <span className="sr-only">{t('checks.passes')}</span>
      </span>
    )
  if (outcome === 'fails')
    return (
      <span className={styles.fails}>
        <CircleAlert className="icon" aria-hidden="true" />
        <span className="sr-only">{t('checks.fails')}</span>
      </span>
    )
  return (
    <span className={styles.unknown}>
      <CircleDashed className="icon" aria-hidden="true" />
    </span>
  )
}
