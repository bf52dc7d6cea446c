import type { Scores } from '../api/scores'
import { useWords } from '../words/use-words'
import styles from './pareto.module.css'

const WIDTH = 440
const HEIGHT = 190
const LEFT = 40
const BOTTOM = 22
const TOP = 10
const RIGHT = 22

const xOf = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT)
const yOf = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)

const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** Share of the revenue over share of the customers, best first; the straight line would be all alike. */
export function ParetoChart({ pareto }: { pareto: Scores['pareto'] }) {
  const { t, share } = useWords()
  const step = 1 / pareto.curve.length
  const line = [{ x: 0, y: 0 }, ...pareto.curve.map((y, n) => ({ x: (n + 1) * step, y }))]
  const path = line.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${xOf(x)} ${yOf(y)}`).join(' ')
  const { topShare, revenueShare } = pareto
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('scores.paretoChart')}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line
            className={styles.rule}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={yOf(tick)}
            y2={yOf(tick)}
          />
          <text className={styles.tick} x={LEFT - 6} y={yOf(tick) + 4} textAnchor="end">
            {share(tick)}
          </text>
          <text className={styles.tick} x={xOf(tick)} y={HEIGHT - 5} textAnchor="middle">
            {share(tick)}
          </text>
        </g>
      ))}
      <path className={styles.even} d={`M${xOf(0)} ${yOf(0)} L${xOf(1)} ${yOf(1)}`} />
      <path className={styles.area} d={`${path} L${xOf(1)} ${yOf(0)} Z`} />
      <path className={styles.line} d={path} />
      <path
        className={styles.mark}
        d={`M${xOf(topShare)} ${yOf(0)} V${yOf(revenueShare)} H${xOf(0)}`}
      />
      <circle className={styles.dot} cx={xOf(topShare)} cy={yOf(revenueShare)} r={4} />
      <text className={styles.label} x={xOf(topShare) + 8} y={yOf(revenueShare) + 14}>
        {share(revenueShare, 1)}
      </text>
    </svg>
  )
}
