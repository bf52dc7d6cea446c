import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onCartAbandoned } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnCartAbandoned: NodeRun<typeof onCartAbandoned> = {
  enter: () => leaveBy('entered'),
}
