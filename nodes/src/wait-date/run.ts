import type { z } from 'zod'
import type { NodeRun } from '../kit/node-run'
import type { RunContext } from '../kit/run-context'
import { leaveBy, type Step, waitUntil } from '../kit/step'
import type { waitDate } from './definition'
import { dueDate } from './due-date'

type Wait = z.infer<typeof waitDate.config>

export const runWaitDate: NodeRun<typeof waitDate> = {
  enter: waitOrLeave,
  resume: waitOrLeave,
}

function waitOrLeave(config: Wait, context: RunContext): Step {
  const timeZone =
    config.zone === 'contact' ? (context.contact.timeZone ?? context.timeZone) : context.timeZone
  const dueAt = dueDate(config, context.contact, context.enteredNodeAt, timeZone)
  if (dueAt === null)
    return leaveBy('done', { code: 'date-unknown', params: { field: config.field ?? '' } })
  if (dueAt <= context.now) return leaveBy('done', { code: 'woken-by-time' })
  // A date changed meanwhile moves the wait.
  const listens = config.field ? [`field:${config.field}`] : []
  return waitUntil(dueAt, listens, { code: 'waiting-until', params: { at: dueAt.toISOString() } })
}
