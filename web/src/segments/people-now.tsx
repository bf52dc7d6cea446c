import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { messageOfError } from '../api/api-error'
import customers from '../customers/customers.module.css'
import { initialsOf, nameOfContact } from '../customers/name-of-contact'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './segments.module.css'
import { TooSlow } from './too-slow'
import type { PeopleNowAsked } from './use-people-now'

/** How many people a rule takes in as it stands, and ten of them. */
export function PeopleNow({ asked, children }: { asked: PeopleNowAsked; children?: ReactNode }) {
  const { t, number } = useWords()
  const { data, error, isStale, slow } = asked
  return (
    <aside className={`${panel.panel} ${styles.who}`} aria-label={t('segments.now')}>
      {slow.length > 0 ? (
        <TooSlow {...asked} />
      ) : error ? (
        <p className={styles.problem} role="alert">
          {messageOfError(error)}
        </p>
      ) : (
        <>
          <p className={styles.figure} data-stale={isStale} role="status" aria-busy={isStale}>
            {data ? number(data.count) : '…'}
          </p>
          <p className={styles.quiet}>{t('segments.inNow', { n: data?.count ?? 0 })}</p>
          {data?.unknownFields.map(({ path, field }) => (
            <p key={path} className={styles.hint}>
              {t('segments.unknownField', { field })}
            </p>
          ))}
          <ul className={styles.people} data-stale={isStale}>
            {data?.sample.map((person) => {
              const name = nameOfContact(person, t('customer.nameless'))
              return (
                <li key={person.id}>
                  <span className={customers.face} aria-hidden="true">
                    {initialsOf(name)}
                  </span>
                  <span>
                    <Link to="/customers/$contactId" params={{ contactId: person.id }}>
                      <b>{name}</b>
                    </Link>
                    {person.email && person.email !== name && (
                      <small title={person.email}>{person.email}</small>
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
          {data && data.count > data.sample.length && (
            <p className={styles.quiet}>{t('segments.tenOf', { n: data.count })}</p>
          )}
        </>
      )}
      {children}
    </aside>
  )
}
