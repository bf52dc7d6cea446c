import type { NodeStats } from '../api/types'
import { useCanvas, useSession } from './canvas-context'
import type { LiveScale } from './live-scale'

/** What paths and waits of the whole scenario are measured by; undefined where only the draft is looked at. */
export function useLiveScale(): LiveScale | undefined {
  const { readOnly } = useSession()
  const scale = useCanvas((state) => state.scale)
  return readOnly ? scale : undefined
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

/** Figures of one step; undefined before the first publish, and until they are there. */
export const useStepStats = (id: string): NodeStats | undefined =>
  useCanvas(({ stats }) => stats && (stats.nodes[id] ?? nobody))
