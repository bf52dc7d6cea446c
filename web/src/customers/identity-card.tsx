import { useQuery } from '@tanstack/react-query'
import { Fingerprint, IdCard } from 'lucide-react'
import { identitiesQuery } from '../api/contact-record'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './record.module.css'

/** How this person is recognised: numbers and browsers, with when and how each was tied to them. */
export function IdentityCard({ contactId }: { contactId: string }) {
  const { t, date } = useWords()
  const identities = useQuery(identitiesQuery(contactId)).data?.items ?? []
  if (identities.length === 0) return null
  return (
    <section className={panel.card}>
      <h3>{t('identity.title')}</h3>
      <ul className={styles.identities}>
        {identities.map(({ kind, value, tiedAt, tiedBy, lastSeenAt }) => (
          <li key={`${kind}${value}`}>
            {kind === 'external' ? (
              <IdCard className="icon" aria-hidden="true" />
            ) : (
              <Fingerprint className="icon" aria-hidden="true" />
            )}
            <div>
              <b>{t(kind === 'external' ? 'identity.number' : 'identity.device')}</b>
              <code title={value}>{value}</code>
              {tiedBy && (
                <small>
                  {t('identity.tied', { how: t(`tiedBy.${tiedBy}`), at: date(tiedAt, 'day') })}
                </small>
              )}
              {lastSeenAt && (
                <small>{t('identity.lastSeen', { at: date(lastSeenAt, 'moment') })}</small>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
