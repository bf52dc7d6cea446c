import type { Rule } from '@relance/core/rule/rule'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { messageOfError } from '../api/api-error'
import { segmentPreviewQuery } from '../api/segments'
import customers from '../customers/customers.module.css'
import { initialsOf, nameOfContact } from '../customers/name-of-contact'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './segments.module.css'
import { useSettled } from './use-settled'

/** A rule is asked once it has stayed the same this long. */
const SETTLES_AFTER_MS = 250

/** How many people a rule takes in as it stands, and ten of them. */
export function PeopleNow({
  rule,
  segmentId,
  children,
}: {
  rule: Rule
  segmentId: string | null
  children?: ReactNode
}) {
  const { t, number } = useWords()
  const asked = useSettled(rule, SETTLES_AFTER_MS)
  const { data, error, isFetching } = useQuery({
    ...segmentPreviewQuery(asked, segmentId),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })
  const isStale = asked !== rule || isFetching
  return (
    <aside className={`${panel.panel} ${styles.who}`} aria-label={t('segments.now')}>
      {error ? (
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
