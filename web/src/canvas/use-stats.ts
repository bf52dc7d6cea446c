import { useQuery } from '@tanstack/react-query'
import { statsQuery } from '../api/flows'
import type { NodeStats } from '../api/types'
import { useSession } from './canvas-context'

const nobody: NodeStats = {
  entered: 0,
  waiting: 0,
  held: 0,
  passed: 0,
  left: 0,
  converted: 0,
  attention: 0,
  exits: {},
}

/** Figures of one step, asked for once for all steps every 5 s; undefined before the first publish. */
export function useStepStats(id: string): NodeStats | undefined {
  const { flow, hasFigures } = useSession()
  const { data } = useQuery({
    ...statsQuery(flow.id),
    enabled: hasFigures,
    select: (stats) => stats.nodes[id] ?? nobody,
  })
  return hasFigures ? data : undefined
}
