import { useQuery } from '@tanstack/react-query'
import { latenciesQuery } from '../api/scores'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './latency.module.css'

const SHOWN = 8

/** How long customers take from each order to the next. */
export function LatencyCard() {
  const { t, number } = useWords()
  const { data } = useQuery(latenciesQuery())
  if (!data || data.length === 0) return null
  const longest = Math.max(...data.slice(0, SHOWN).map(({ p80 }) => p80))
  const days = (value: number) => number(Math.round(value * 10) / 10)
  return (
    <section className={panel.card}>
      <h3>
        {t('scores.latency')}
        <small>{t('scores.latencyAbout')}</small>
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('scores.orders')}</th>
            <th scope="col">{t('scores.cases')}</th>
            <th scope="col">{t('scores.mean')}</th>
            <th scope="col">{t('scores.median')}</th>
            <th scope="col">{t('scores.p80')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.slice(0, SHOWN).map(({ rank, cases, mean, median, p80 }) => (
            <tr key={rank}>
              <th scope="row">{t('scores.rank', { from: rank, to: rank + 1 })}</th>
              <td>{number(cases)}</td>
              <td>{days(mean)}</td>
              <td>{days(median)}</td>
              <td>{days(p80)}</td>
              <td>
                <span className={styles.track} aria-hidden="true">
                  <i className={styles.range} style={{ width: `${(p80 / longest) * 100}%` }} />
                  <i className={styles.mean} style={{ left: `${(mean / longest) * 100}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
