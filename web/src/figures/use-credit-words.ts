import type { Counting } from '../api/reports'
import { useWords } from '../words/use-words'

/** Says which messages goals are credited to, with the workspace's window. */
export function useCreditWords(): (counting: Counting) => string {
  const { t } = useWords()
  return ({ creditDays, creditOpens }) =>
    t(creditOpens ? 'figures.creditOpens' : 'figures.credit', { days: creditDays })
}
