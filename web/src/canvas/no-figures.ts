import type { NodeStats } from '../api/types'

/** Of a step that nobody has come to. */
export const noFigures: NodeStats = {
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
