import type { Backtest } from '../../api/backtest'
import { useWords } from '../../words/use-words'
import styles from './day-chart.module.css'

const DAY_MS = 86_400_000
const HEIGHT_PX = 72

/** Each day from the first to the last, as `2026-03-02`. */
function daysBetween(from: string, until: string): string[] {
  const first = Date.parse(from.slice(0, 10))
  const last = Date.parse(until.slice(0, 10))
  return Array.from({ length: Math.round((last - first) / DAY_MS) + 1 }, (_, n) =>
    new Date(first + n * DAY_MS).toISOString().slice(0, 10),
  )
}

/** How many would have entered on each day: hatched, as nobody did. The same as a table for whoever listens. */
export function DayChart({ backtest }: { backtest: Backtest }) {
  const { t, number, date } = useWords()
  const days = daysBetween(backtest.from, backtest.until)
  const most = Math.max(1, ...Object.values(backtest.days))
  return (
    <figure className={styles.chart}>
      <div className={styles.bars} aria-hidden="true" style={{ height: HEIGHT_PX }}>
        {days.map((day) => {
          const n = backtest.days[day] ?? 0
          const height = n === 0 ? 1 : Math.max(4, (n / most) * HEIGHT_PX)
          return (
            <span
              key={day}
              className={n > 0 ? styles.bar : styles.none}
              style={{ height }}
              title={`${date(`${day}T12:00:00Z`, 'day', 'UTC')}: ${number(n)}`}
            />
          )
        })}
      </div>
      <figcaption>
        <span>{date(`${days[0]}T12:00:00Z`, 'day', 'UTC')}</span>
        <span>{date(`${days.at(-1)}T12:00:00Z`, 'day', 'UTC')}</span>
      </figcaption>
      <table className="sr-only">
        <caption>{t('try.daysChart')}</caption>
        <tbody>
          {Object.entries(backtest.days)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([day, n]) => (
              <tr key={day}>
                <th scope="row">{date(`${day}T12:00:00Z`, 'date', 'UTC')}</th>
                <td>{number(n)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  )
}
