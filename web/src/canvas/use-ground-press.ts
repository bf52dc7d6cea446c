import { useReactFlow } from '@xyflow/react'
import { type MouseEvent, useCallback } from 'react'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { hiddenSteps } from './fold/hidden-steps'
import { drawnEdges } from './layout/drawn-edges'
import { edgeRuns } from './layout/edge-runs'
import { detailOf } from './layout/farness'
import { nearestEdge } from './layout/nearest-edge'

/** From afar a path is pressed within so many pixels on the screen. */
const REACH_PX = 8

/** A press on the ground: nothing is chosen any more; from afar, where paths are one drawing, the path that lies there. */
export function useGroundPress(): (event: MouseEvent) => void {
  const { document, store, hasFigures } = useSession()
  const { language } = useWords()
  const flow = useReactFlow()
  return useCallback(
    ({ clientX, clientY }) => {
      const { zoom } = flow.getViewport()
      const { folded, select, selectEdge, showRules } = store.getState()
      const pathAt = () => {
        const { content } = document
        const look = { hasFigures, language }
        const edges = drawnEdges(content, hiddenSteps(content, folded), look, false)
        const point = flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })
        return nearestEdge(point, edgeRuns(edges), REACH_PX / zoom)
      }
      const pressed = detailOf(zoom) === 'all' ? null : pathAt()
      if (pressed) return selectEdge(pressed)
      select([])
      showRules(false)
    },
    [document, store, hasFigures, language, flow],
  )
}
