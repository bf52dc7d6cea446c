import { raiseAlarm } from '@relance/db/faulty/raise-alarm'
import { readRepeat } from '@relance/db/faulty/read-repeat'
import type { SendAnswer } from '@relance/nodes/kit/run-context'
import type { Walk } from './walk'

/** Asked again so often while nobody has looked; a lifted alarm asks at once. */
const AGAIN_MS = 24 * 3_600_000

/**
 * A step that sends one mail to one person a second time raises an alarm, and from then on stands still: whoever comes
 * to it is held there until somebody has looked. Null where it may go on.
 */
export async function standStill(walk: Walk, templateId: string): Promise<SendAnswer | null> {
  // What is only rehearsed repeats nothing.
  if (walk.outlook) return null
  const { tx, enrolment, clock } = walk
  const { flowId, nodeId, contactId } = enrolment
  const step = { flowId, nodeId, templateId, now: clock.now }
  const { isPaused, isRepeat } = await readRepeat(tx, { ...step, contactId })
  if (isRepeat && !isPaused) await raiseAlarm(tx, step)
  if (!isPaused) return null
  const until = new Date(clock.now.getTime() + AGAIN_MS)
  return { queued: false, reason: 'repeated', until, isLowered: false }
}
