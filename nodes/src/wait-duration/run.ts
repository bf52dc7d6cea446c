import { addTo } from '@relance/core/time/add-to'
import type { NodeRun } from '../kit/node-run'
import type { RunContext } from '../kit/run-context'
import { leaveBy, type Step, waitUntil } from '../kit/step'
import type { waitDuration } from './definition'
import { signalKey } from './signal-key'

interface Wait {
  for: string
  since: 'here' | 'anchor' | keyof typeof signalKey
}

export const runWaitDuration: NodeRun<typeof waitDuration> = {
  enter: (config, context) => waitOrLeave(config, context, 'waiting-until'),
  resume: (config, context, { wokenBy }) =>
    waitOrLeave(config, context, wokenBy ? 'wait-restarted' : 'waiting-until'),
}

/** The instant is reckoned anew each time: a signal may have come, or the wait may have been edited. */
function waitOrLeave(
  config: Wait,
  context: RunContext,
  code: 'waiting-until' | 'wait-restarted',
): Step {
  const { since } = config
  const dueAt = addTo(countedFrom(since, context), config.for, context.timeZone)
  if (dueAt <= context.now) return leaveBy('done', { code: 'woken-by-time' })
  const until = dueAt.toISOString()
  if (since === 'here' || since === 'anchor') {
    return waitUntil(dueAt, [], { code: 'waiting-until', params: { at: until } })
  }
  const listens = [signalKey[since]]
  if (code === 'waiting-until') return waitUntil(dueAt, listens, { code, params: { at: until } })
  return waitUntil(dueAt, listens, { code, params: { signal: since, until } })
}

function countedFrom(since: Wait['since'], { anchorAt, enteredNodeAt, contact }: RunContext): Date {
  if (since === 'here') return enteredNodeAt
  if (since === 'anchor') return anchorAt
  return contact.lastAt[since] ?? contact.createdAt
}
