import { useWords } from '../words/use-words'
import { type Metric, metricOf } from './metrics'

/** How figures and their changes are written. */
export function useMetricWords() {
  const { t, number, share, money } = useWords()
  const digits = (metric: Metric) => (metric === 'unsubscribed' || metric === 'complained' ? 2 : 1)
  const valueWords = (metric: Metric, value: number | null): string => {
    if (value === null) return '–'
    const { kind } = metricOf[metric]
    if (kind === 'money') return money(value)
    return kind === 'share' ? share(value, digits(metric)) : number(value)
  }
  /** Signed, as minus signs and plus signs are written. */
  const changeWords = (change: { kind: 'points' | 'share'; change: number } | null): string => {
    if (!change) return t('figures.nothingBefore')
    const size = Math.abs(change.change)
    const sign = change.change > 0 ? '+' : change.change < 0 ? '−' : '±'
    if (change.kind === 'share') return `${sign}${share(size, 0)}`
    return t('figures.points', { n: `${sign}${number(Math.round(size * 1000) / 10)}` })
  }
  return { valueWords, changeWords }
}
