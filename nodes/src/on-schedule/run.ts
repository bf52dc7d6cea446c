import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onSchedule } from './definition'

/** Who enters is decided before; the trigger only lets them in. */
export const runOnSchedule: NodeRun<typeof onSchedule> = {
  enter: () => leaveBy('entered'),
}
