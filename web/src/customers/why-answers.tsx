import { suppressionWords } from '@relance/core/words/reason-words'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Check, Clock, X } from 'lucide-react'
import type { Contact, WhyAnswer } from '../api/contact-types'
import { whyQuery } from '../api/contacts'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import { SeenValues } from './seen-values'
import styles from './why-box.module.css'

const icons = { sent: Check, waiting: Clock, 'not-sent': X, 'not-entered': X }

/** One cause for each run, newest first: in words, with the values seen and when. */
export function WhyAnswers({
  contact,
  flowId,
  nodeId,
  titles,
}: {
  contact: Contact
  flowId: string
  nodeId: string
  titles: Map<string, string>
}) {
  const { t, date, language } = useWords()
  const { data, error } = useQuery({
    ...whyQuery(contact.id, flowId, nodeId, language),
    refetchInterval: 10_000,
  })
  if (error) return <Failed error={error} />
  if (!data) return <Loading rows={2} />
  const nodeName = (id: string) => t('runs.step', { title: titles.get(id) ?? id })
  return (
    <ol className={styles.answers}>
      {data.items.map((answer) => {
        const Icon = icons[answer.outcome]
        return (
          <li key={answer.enrolmentId} className={styles.answer} data-outcome={answer.outcome}>
            <span className={clsx(styles.mark, styles[answer.outcome])}>
              <Icon aria-hidden="true" />
            </span>
            <div>
              <p>
                <b>{answer.words}</b>
              </p>
              <SeenValues seen={answer.seen} nodeName={nodeName} />
              <Suppressed contact={contact} answer={answer} />
              <p className={styles.more}>
                {answer.enteredAt && t('why.entered', { at: date(answer.enteredAt, 'full') })}
                {answer.enrolmentId && (
                  <Link
                    to="/customers/$contactId/runs/$enrolmentId"
                    params={{ contactId: contact.id, enrolmentId: answer.enrolmentId }}
                    className={shared.link}
                  >
                    {t('why.path')}
                  </Link>
                )}
              </p>
            </div>
            {answer.at && <time dateTime={answer.at}>{date(answer.at, 'stamp')}</time>}
          </li>
        )
      })}
    </ol>
  )
}

/** Since when, and why, their address takes no mail any more. */
function Suppressed({ contact, answer }: { contact: Contact; answer: WhyAnswer }) {
  const { t, date, language } = useWords()
  const found = contact.suppressed.find(({ channel }) => channel === 'email')
  if (answer.reason !== 'suppressed' || !found) return null
  return (
    <p className={styles.more}>
      {t('consent.suppressed', { reason: suppressionWords(found.reason, language) })}
      <time dateTime={found.at}>{t('why.suppressed', { at: date(found.at, 'full') })}</time>
    </p>
  )
}
