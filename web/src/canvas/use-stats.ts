import { useQuery } from '@tanstack/react-query'
import { statsQuery } from '../api/flows'
import type { NodeStats } from '../api/types'
import { useSession } from './canvas-context'
import { type LiveScale, liveScale } from './live-scale'

/** What paths and waits of the whole scenario are measured by; undefined where only the draft is looked at. */
export function useLiveScale(): LiveScale | undefined {
  const { flow, hasFigures, readOnly } = useSession()
  const { data } = useQuery({
    ...statsQuery(flow.id),
    enabled: hasFigures && readOnly,
    select: liveScale,
  })
  return readOnly ? data : undefined
}

const nobody: NodeStats = {
  entered: 0,
  waiting: 0,
  held: 0,
  retrying: null,
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
