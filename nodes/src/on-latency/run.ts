import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onLatency } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnLatency: NodeRun<typeof onLatency> = {
  enter: () => leaveBy('entered'),
}
