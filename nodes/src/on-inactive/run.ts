import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onInactive } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnInactive: NodeRun<typeof onInactive> = {
  enter: () => leaveBy('entered'),
}
