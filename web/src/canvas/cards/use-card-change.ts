import type { Change } from '../document/compare-drafts'
import { useChanges } from '../use-changes'

/** Whether a step is new or changed since the live version. */
export function useCardChange(id: string): 'new' | 'changed' | null {
  const mine = useChanges().filter(
    (change: Change) => change.kind !== 'rule' && change.nodeId === id,
  )
  if (mine.some((change) => change.kind === 'added')) return 'new'
  return mine.some((change) => change.kind === 'changed') ? 'changed' : null
}
