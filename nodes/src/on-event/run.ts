import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onEvent } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnEvent: NodeRun<typeof onEvent> = {
  enter: () => leaveBy('entered'),
}
