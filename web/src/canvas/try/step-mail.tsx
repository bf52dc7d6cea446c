import { Mail, MailX } from 'lucide-react'
import { useState } from 'react'
import type { TriedMail } from '../../api/try'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import styles from './tried-steps.module.css'

/** What a step would send: to be opened as this person would get it; or why it does not go. */
export function StepMail({ mail }: { mail: TriedMail }) {
  const { t, date } = useWords()
  const [isOpen, open] = useState(false)
  if (mail.outcome !== 'sent')
    return (
      <p className={styles.held}>
        <MailX className="icon-s" aria-hidden="true" />
        {mail.until
          ? t('try.held', { reason: mail.words ?? '', until: date(mail.until, 'stamp') })
          : t('try.notSent', { reason: mail.words ?? '' })}
      </p>
    )
  if (mail.error) return <p className={styles.held}>{mail.error}</p>
  return (
    <>
      <Button size="small" onClick={() => open(true)} disabled={mail.html === null}>
        <Mail className="icon-s" aria-hidden="true" />
        {mail.subject ?? t('history.mail')}
      </Button>
      {isOpen && mail.html !== null && (
        <Dialog
          open
          width={680}
          title={mail.subject}
          about={t('try.mailAbout', { at: date(mail.at, 'stamp') })}
          onClose={() => open(false)}
        >
          <iframe
            className={styles.frame}
            title={mail.subject ?? t('history.mail')}
            sandbox=""
            srcDoc={mail.html}
          />
        </Dialog>
      )}
    </>
  )
}
