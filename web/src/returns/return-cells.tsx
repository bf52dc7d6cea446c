import { Fragment } from 'react'
import type { ReturnFigures } from '../api/activity'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './returns.module.css'

const SCORES = [5, 4, 3, 2, 1]
const RISING = [1, 2, 3, 4, 5]

/** What the list was learned from, recency by frequency, and last time’s expectation beside what came of it. */
export function ReturnCells({ figures }: { figures: ReturnFigures }) {
  const { t, number, share, date } = useWords()
  const { cells, proven, learnedAsOf } = figures
  const most = Math.max(0.01, ...cells.map((cell) => cell.share))
  return (
    <div>
      <section className={`${panel.panel} ${styles.learned}`}>
        <h2>{t('returns.learned')}</h2>
        <p>{t('returns.learnedAbout', { date: date(learnedAsOf, 'day') })}</p>
        <div className={styles.grid}>
          <span />
          {RISING.map((frequency) => (
            <small key={frequency}>{t('returns.frequency', { n: frequency })}</small>
          ))}
          {SCORES.map((recency) => (
            <Fragment key={recency}>
              <small>{t('returns.recency', { n: recency })}</small>
              {RISING.map((frequency) => {
                const cell = cells.find(
                  (one) => one.recency === recency && one.frequency === frequency,
                )
                if (!cell) return <span key={frequency} className={styles.none} />
                const about = t(cell.borrowed ? 'returns.borrowed' : 'returns.cell', {
                  returned: number(cell.returned),
                  people: number(cell.people),
                })
                return (
                  <span
                    key={frequency}
                    className={styles.cell}
                    title={about}
                    style={{ '--weight': `${Math.round((cell.share / most) * 100)}%` } as object}
                  >
                    {share(cell.share, 1)}
                  </span>
                )
              })}
            </Fragment>
          ))}
        </div>
      </section>
      <section className={`${panel.panel} ${styles.proven}`}>
        <h2>{t('returns.proven')}</h2>
        <p>{t('returns.provenAbout')}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('returns.scores')}</th>
              <th>{t('returns.people')}</th>
              <th>{t('returns.expected')}</th>
              <th>{t('returns.came')}</th>
            </tr>
          </thead>
          <tbody>
            {proven.map((cell) => (
              <tr key={`${cell.recency}-${cell.frequency}`}>
                <td>{`${cell.recency} · ${cell.frequency}`}</td>
                <td>{number(cell.people)}</td>
                <td>{cell.predicted === null ? '–' : share(cell.predicted, 1)}</td>
                <td>{share(cell.actual, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
