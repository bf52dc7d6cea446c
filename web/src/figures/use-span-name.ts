import type { ReportStep } from '@relance/core/report/report-spans'
import { useWords } from '../words/use-words'

/** What a day, a week or a month is called. */
export function useSpanName(every: ReportStep): (span: { from: string }) => string {
  const { t, date } = useWords()
  return ({ from }) => {
    if (every === 'month') return date(from, 'month')
    return every === 'week' ? t('figures.weekOf', { day: date(from, 'day') }) : date(from, 'day')
  }
}
