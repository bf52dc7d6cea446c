import type { NodeStats } from '../api/types'
import { useCanvas, useSession } from './canvas-context'
import type { LiveScale } from './live-scale'
import { noFigures } from './no-figures'

/** What paths and waits of the whole scenario are measured by; undefined where only the draft is looked at. */
export function useLiveScale(): LiveScale | undefined {
  const { readOnly } = useSession()
  const scale = useCanvas((state) => state.scale)
  return readOnly ? scale : undefined
}

/** Figures of one step; undefined before the first publish, and until they are there. */
export const useStepStats = (id: string): NodeStats | undefined =>
  useCanvas(({ stats }) => stats && (stats.nodes[id] ?? noFigures))
