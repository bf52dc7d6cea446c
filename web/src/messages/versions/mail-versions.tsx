import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mailVersionQuery, mailVersionsQuery } from '../../api/messages'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import type { MailTexts } from '../use-mail-history'
import { VersionDifference } from './version-difference'
import styles from './versions.module.css'

/** The versions of a mail; one that is chosen is compared with what is written now, and can be taken back. */
export function MailVersions({
  mailId,
  version,
  texts,
  open,
  onClose,
  onTakeBack,
}: {
  mailId: string
  /** The last that was saved: a new one is listed at once. */
  version: number
  texts: MailTexts
  open: boolean
  onClose: () => void
  onTakeBack: (texts: MailTexts) => void
}) {
  const { t, date } = useWords()
  const [chosen, setChosen] = useState<number | null>(null)
  const { data } = useQuery({ ...mailVersionsQuery(mailId, version), enabled: open })
  const { data: old } = useQuery({
    ...mailVersionQuery(mailId, chosen ?? 0),
    enabled: chosen !== null,
  })
  const shown = old && old.version === chosen ? old : null
  return (
    <Dialog
      side
      open={open}
      onClose={onClose}
      width={560}
      title={t('mailEditor.versions')}
      about={t('mailEditor.versionsAbout')}
      footer={
        shown?.languages && (
          <Button
            look="primary"
            onClick={() => {
              if (shown.languages) onTakeBack(shown.languages)
              onClose()
            }}
          >
            {t('mailEditor.takeBack', { version: shown.version })}
          </Button>
        )
      }
    >
      <ul className={styles.versions}>
        {(data?.items ?? []).map((each) => (
          <li key={each.version}>
            <button
              type="button"
              aria-pressed={each.version === chosen}
              onClick={() => setChosen(each.version)}
            >
              <b>{t('mailEditor.versionOf', { version: each.version })}</b>
              <span>{date(each.savedAt, 'moment')}</span>
            </button>
            {each.version === chosen && shown && (
              <VersionDifference before={shown.languages} now={texts} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
