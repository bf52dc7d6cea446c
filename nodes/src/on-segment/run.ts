import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onSegment } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnSegment: NodeRun<typeof onSegment> = {
  enter: () => leaveBy('entered'),
}
