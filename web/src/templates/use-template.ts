import { useQuery } from '@tanstack/react-query'
import { scenarioTemplatesQuery } from '../api/flows'
import type { ScenarioTemplate } from '../api/types'
import { useWords } from '../words/use-words'

/** A scenario that ships, by its key; `template` is null for a key that is none. */
export function useTemplate(key: string): {
  template: ScenarioTemplate | null | undefined
  error: Error | null
  retry: () => void
} {
  const { language } = useWords()
  const { data, error, refetch } = useQuery(scenarioTemplatesQuery(language))
  const found = data?.items.find((each) => each.key === key)
  return { template: data && (found ?? null), error, retry: () => void refetch() }
}
