import type { NodeRun } from '../kit/node-run'
import { leaveBy } from '../kit/step'
import type { onDate } from './definition'

/** Whose day it is is decided before; the trigger only lets them in. */
export const runOnDate: NodeRun<typeof onDate> = {
  enter: () => leaveBy('entered'),
}
