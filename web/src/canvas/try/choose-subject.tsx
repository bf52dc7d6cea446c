import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { contactsQuery } from '../../api/contacts'
import { type TrySubject, trySubjectsQuery } from '../../api/try'
import { initialsOf, nameOfContact } from '../../customers/name-of-contact'
import fields from '../../ui/field.module.css'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './try.module.css'

type Group = 'entered' | 'not-entered'

/** By name or address; or somebody who entered last week, or who did not. */
export function ChooseSubject({ choose }: { choose: (subject: TrySubject) => void }) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [group, setGroup] = useState<Group>('entered')
  const wanted = useDeferredValue(search.trim())
  return (
    <div className={styles.body}>
      <div className={fields.wrap}>
        <Search className="icon-s" aria-hidden="true" />
        <input
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t('try.search')}
          aria-label={t('try.search')}
        />
      </div>
      {wanted ? (
        <Found search={wanted} choose={choose} />
      ) : (
        <>
          <fieldset className={styles.groups} aria-label={t('try.who')}>
            {(['entered', 'not-entered'] as const).map((each) => (
              <button
                key={each}
                type="button"
                className={styles.group}
                aria-pressed={group === each}
                onClick={() => setGroup(each)}
              >
                {t(each === 'entered' ? 'try.entered' : 'try.notEntered')}
              </button>
            ))}
          </fieldset>
          <Proposed key={group} group={group} choose={choose} />
        </>
      )}
    </div>
  )
}

function Found({ search, choose }: { search: string; choose: (subject: TrySubject) => void }) {
  const { t } = useWords()
  const { data, error } = useInfiniteQuery(contactsQuery(search))
  if (error) return <Failed error={error} />
  const people = data?.pages[0]?.items.slice(0, 20) ?? null
  const subjects = people?.map(({ id, firstName, lastName, email, externalId }) => ({
    ...{ contactId: id, firstName, lastName, email, externalId, runId: null, at: null },
  }))
  return <People subjects={subjects} none={t('customers.noMatch', { search })} choose={choose} />
}

function Proposed({ group, choose }: { group: Group; choose: (subject: TrySubject) => void }) {
  const { t } = useWords()
  const { flow } = useSession()
  const { data, error } = useQuery(trySubjectsQuery(flow.id, group))
  if (error) return <Failed error={error} />
  const none = t(group === 'entered' ? 'try.nobodyEntered' : 'try.nobodyElse')
  return <People subjects={data?.items} none={none} choose={choose} />
}

function People({
  subjects,
  none,
  choose,
}: {
  subjects: TrySubject[] | undefined
  none: string
  choose: (subject: TrySubject) => void
}) {
  const { t, date } = useWords()
  if (!subjects) return <Loading rows={5} height={48} />
  if (subjects.length === 0) return <p className={styles.none}>{none}</p>
  return (
    <ul className={styles.people}>
      {subjects.map((subject) => {
        const name = nameOfContact({ ...subject, id: subject.contactId }, t('customer.nameless'))
        return (
          <li key={`${subject.contactId}:${subject.runId}`}>
            <button type="button" className={styles.person} onClick={() => choose(subject)}>
              <span className={styles.mark} aria-hidden="true">
                {initialsOf(name)}
              </span>
              <span className={styles.who}>
                <b>{name}</b>
                <small>{subject.email ?? subject.externalId}</small>
              </span>
              {subject.at && (
                <small>
                  {t(subject.runId ? 'try.enteredAt' : 'try.refusedAt', {
                    at: date(subject.at, 'day'),
                  })}
                </small>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
