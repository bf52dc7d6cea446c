import type { DrawnEdge } from './drawn-edges'
import { edgePath } from './edge-path'
import type { EdgeRun } from './nearest-edge'

/** Where paths run, as points in the drawing's own coordinates. */
export const edgeRuns = (edges: readonly DrawnEdge[]): EdgeRun[] =>
  edges.map(({ key, ends, bend }) => ({
    key,
    points: edgePath(ends, bend).corners.map(([x, y]) => ({ x, y })),
  }))
