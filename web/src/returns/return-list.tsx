import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { returnListQuery } from '../api/activity'
import { nameOfContact } from '../customers/name-of-contact'
import { EmptyPage } from '../ui/empty-page'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './returns.module.css'

/** The first fifty of the list, the most likely to return first. */
export function ReturnList({ made }: { made: boolean }) {
  const { t, number, share, date } = useWords()
  const asked = useQuery({ ...returnListQuery(), enabled: made })
  const { data, error } = asked
  if (!made) return <EmptyPage title={t('returns.none')} about={t('returns.noneAbout')} />
  if (error && !data) return <Unanswered asked={asked} />
  if (!data) return <Loading rows={8} />
  return (
    <section className={panel.panel}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('returns.rank')}</th>
            <th>{t('returns.who')}</th>
            <th>{t('returns.lastOrder')}</th>
            <th>{t('returns.chance')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((person) => (
            <tr key={person.id}>
              <td>{number(person.rank)}</td>
              <td>
                <Link to="/customers/$contactId" params={{ contactId: person.id }}>
                  {nameOfContact(person, person.id)}
                </Link>
              </td>
              <td>{date(person.lastOrderAt, 'month')}</td>
              <td>{share(person.chance, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
