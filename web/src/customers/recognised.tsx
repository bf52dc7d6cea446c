import { useQuery } from '@tanstack/react-query'
import { recognitionQuery } from '../api/contact-record'
import { useWords } from '../words/use-words'
import styles from './customers.module.css'

/** How many visits are recognised, and how much of the base is identified. */
export function Recognised() {
  const words = useWords()
  const { t } = words
  const { data } = useQuery(recognitionQuery())
  if (!data || data.contacts === 0) return null
  const share = (part: number, whole: number) => (whole === 0 ? '–' : words.share(part / whole))
  return (
    <dl className={styles.recognised}>
      <div>
        <dt>{t('recognised.visits', { days: data.days })}</dt>
        <dd>
          <b>{share(data.recognisedVisits, data.visits)}</b>
          <small>{t('recognised.of', { part: data.recognisedVisits, whole: data.visits })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('recognised.contacts')}</dt>
        <dd>
          <b>{share(data.identifiedContacts, data.contacts)}</b>
          <small>
            {t('recognised.of', { part: data.identifiedContacts, whole: data.contacts })}
          </small>
        </dd>
      </div>
    </dl>
  )
}
