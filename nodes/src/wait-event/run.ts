import { matchProperties } from '@relance/core/rule/match-properties'
import { addTo } from '@relance/core/time/add-to'
import type { z } from 'zod'
import type { NodeRun } from '../kit/node-run'
import type { RunContext, WakingEvent } from '../kit/run-context'
import { leaveBy, type Step, waitUntil } from '../kit/step'
import type { waitEvent } from './definition'

type Wait = z.infer<typeof waitEvent.config>

export const runWaitEvent: NodeRun<typeof waitEvent> = {
  enter: waitOrTimeOut,
  resume(config, context, { wokenBy }) {
    if (!wokenBy || !isWanted(config, wokenBy, context)) return waitOrTimeOut(config, context)
    // An older fact told late is not what this step waited for; one after the limit came too late.
    if (wokenBy.at < context.enteredNodeAt) {
      context.note({ code: 'arrived-late', params: { event: config.event } })
      return waitOrTimeOut(config, context)
    }
    if (wokenBy.at > limit(config, context)) return waitOrTimeOut(config, context)
    return leaveBy('happened', { code: 'woken-by', params: { event: config.event } })
  },
}

const limit = ({ atMost }: Wait, { enteredNodeAt, timeZone }: RunContext) =>
  addTo(enteredNodeAt, atMost, timeZone)

/** Always to the same instant: the limit counts from the arrival here, not from this look. */
function waitOrTimeOut(config: Wait, context: RunContext): Step {
  const dueAt = limit(config, context)
  if (dueAt <= context.now) return leaveBy('timed-out', { code: 'woken-by-time' })
  const params = { event: config.event, until: dueAt.toISOString() }
  return waitUntil(dueAt, [config.event], { code: 'waiting-for', params })
}

const isWanted = (
  { event, where }: Wait,
  { name, properties }: WakingEvent,
  { now, timeZone }: RunContext,
): boolean =>
  (name === event || (event === 'visit' && name === 'page')) &&
  matchProperties(where, properties, now, timeZone)
