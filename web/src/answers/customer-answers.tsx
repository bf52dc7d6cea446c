import { useQuery } from '@tanstack/react-query'
import { answersQuery } from '../api/answers'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { AnswerCard } from './answer-card'
import styles from './answers.module.css'

/** What one customer answered to mails, open ones first; nothing where they never did. */
export function CustomerAnswers({ contactId }: { contactId: string }) {
  const { t } = useWords()
  const open = useQuery(answersQuery({ state: 'open', contactId })).data?.items ?? []
  const done = useQuery(answersQuery({ state: 'done', contactId })).data?.items ?? []
  if (open.length + done.length === 0) return null
  return (
    <section className={panel.card} aria-label={t('nav.answers')}>
      <h3>{t('nav.answers')}</h3>
      <ul className={styles.within}>
        {[...open, ...done].map((answer) => (
          <li key={answer.id}>
            <AnswerCard answer={answer} />
          </li>
        ))}
      </ul>
    </section>
  )
}
