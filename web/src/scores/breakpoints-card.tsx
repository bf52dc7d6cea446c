import { type Dimension, dimensions, scores as scale } from '@relance/core/score/rfm'
import clsx from 'clsx'
import type { Scores } from '../api/scores'
import panel from '../ui/panel.module.css'
import { type UseWords, useWords } from '../words/use-words'
import styles from './breakpoints.module.css'

const down = [...scale].reverse()

/** From which date, how many orders and what amount on each score is given, and how many have it. */
export function BreakpointsCard({ scores }: { scores: Scores }) {
  const words = useWords()
  const { t } = words
  return (
    <section className={clsx(panel.card, styles.card)}>
      <h3>
        {t('scores.breakpoints')}
        <small>{t('scores.breakpointsAbout')}</small>
      </h3>
      <div className={styles.columns}>
        {dimensions.map((dimension) => (
          <DimensionTable key={dimension} scores={scores} dimension={dimension} words={words} />
        ))}
      </div>
    </section>
  )
}

function DimensionTable({
  scores,
  dimension,
  words,
}: {
  scores: Scores
  dimension: Dimension
  words: UseWords
}) {
  const { t, number } = words
  const most = Math.max(...scores.distributions[dimension].map(({ customers }) => customers))
  return (
    <table className={styles.table}>
      <caption>{t(`scores.${dimension}Title`)}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('scores.score')}</th>
          <th scope="col">{t('scores.from')}</th>
          <th scope="col">{t('nav.customers')}</th>
        </tr>
      </thead>
      <tbody>
        {down.map((score) => {
          const customers =
            scores.distributions[dimension].find((each) => each.score === score)?.customers ?? 0
          const from = fromWords(scores, dimension, score, words)
          return (
            <tr key={score} data-empty={customers === 0}>
              <th scope="row">{score}</th>
              <td>{from ?? '–'}</td>
              <td>
                {customers > 0 && (
                  <span className={styles.bar} style={{ width: `${(customers / most) * 100}%` }} />
                )}
                <span>{number(customers)}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The lowest value that has a score: a date, orders, an amount; null where nobody has it. */
function fromWords(
  { breakpoints }: Scores,
  dimension: Dimension,
  score: number,
  { t, number, money, date }: UseWords,
): string | null {
  const [r, f, m] = [breakpoints.r, breakpoints.f, breakpoints.m].map((steps) =>
    steps.find((step: { score: number }) => step.score === score),
  )
  if (dimension === 'r')
    return r ? t('scores.fromDate', { at: date(`${r.from}T12:00:00Z`, 'date') }) : null
  if (dimension === 'f') return f ? t('scores.fromOrders', { n: number(Number(f.from)) }) : null
  return m ? t('scores.fromAmount', { amount: money(Number(m.from)) }) : null
}
