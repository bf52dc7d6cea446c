import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onScoreDrop } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnScoreDrop: NodeRun<typeof onScoreDrop> = {
  enter: () => leaveBy('entered'),
}
