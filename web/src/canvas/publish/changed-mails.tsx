import { useQuery } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { mailTemplatesQuery, renderMailDraft } from '../../api/messages'
import type { PublishPreview } from '../../api/types'
import { MailShown } from '../../customers/mail-shown'
import { Button } from '../../ui/button'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import styles from './publish.module.css'

type ChangedMail = PublishPreview['mails'][number]

/** Messages that were written anew since they were published: each a press away, as it would go from now on. */
export function ChangedMails({ mails }: { mails: ChangedMail[] }) {
  return (
    <ul className={styles.changes}>
      {mails.map((mail) => (
        <ChangedMailRow key={mail.templateId} mail={mail} />
      ))}
    </ul>
  )
}

function ChangedMailRow({ mail: { templateId, live, next } }: { mail: ChangedMail }) {
  const { t, language } = useWords()
  const [isShown, show] = useState(false)
  const listed = useQuery(mailTemplatesQuery()).data?.items.find(({ id }) => id === templateId)
  const written = listed?.languages ?? []
  const locale = written.includes(language) ? language : (written[0] ?? language)
  const { data, error } = useQuery({
    queryKey: ['mail-as-published', templateId, next, locale],
    queryFn: () => renderMailDraft(templateId, locale, undefined),
    enabled: listed !== undefined,
    retry: false,
  })
  const name = listed?.name ?? t('history.mail')
  const subject = data?.subject ?? name
  return (
    <li>
      <Tile size="small" tone="message" icon="mail" />
      <span className={styles.mail}>
        {t('publish.mailChanged', { name, live, next })}
        <Button
          size="small"
          aria-label={t('publish.seeMail', { subject })}
          onClick={() => show(true)}
        >
          <Mail className="icon-s" aria-hidden="true" />
          <span className={styles.subject}>{subject}</span>
        </Button>
      </span>
      {isShown && (
        <MailShown
          title={subject}
          about={t('publish.mailAbout')}
          html={data?.html}
          error={error}
          close={() => show(false)}
        />
      )}
    </li>
  )
}
