import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { nextInstant } from './next-instant'
import { findUnsettled, firstUnsettled, type Unsettled } from './unsettled'
import { getClock } from './workspace-clock'
import { holdWorkspace } from './workspace-lock'

const POLL_MS = 20
const COUNT_EVERY_MS = 3_000
/** With nothing changing for this long, something is stuck: say what, instead of waiting on. */
const STUCK_AFTER_MS = 30_000

export interface Advanced {
  now: Date
  /** Bursts and sent messages that the advance caused. */
  bursts: number
  messages: number
}

/** Which workspaces this process is advancing: one advance at a time. */
const advancing = new Set<string>()

/**
 * Moves a test clock forwards to `to`, stopping at every instant at which something is due, and lets everything
 * settle there, sending included, before it goes on.
 * @throws AppError conflict on a real clock, backwards, or while another advance runs;
 *   unavailable with `list` when something does not settle: the clock stays there, calling again goes on
 * @param between what is done between two looks, told what was found first to be under way; else the workers are waited for
 */
export async function advanceTestClock(
  scope: Scope,
  to: Date,
  { between = rest }: { between?: (unsettled: string) => Promise<unknown> } = {},
): Promise<Advanced> {
  if (advancing.has(scope.workspaceId))
    throw new AppError('conflict', 'The test clock is being moved already.')
  advancing.add(scope.workspaceId)
  try {
    const start = await inTransaction(scope, checkTarget(to))
    await settle(scope, between)
    while (await step(scope, to)) await settle(scope, between)
    const end = await inTransaction(scope, countWork)
    return { now: to, bursts: end.bursts - start.bursts, messages: end.messages - start.messages }
  } finally {
    advancing.delete(scope.workspaceId)
  }
}

const checkTarget = (to: Date) => async (tx: Tx) => {
  const clock = await getClock(tx)
  if (clock.kind !== 'test')
    throw new AppError('conflict', 'This workspace runs on the real clock.')
  if (to < clock.now)
    throw new AppError('conflict', 'A test clock only moves forwards.', {
      field: 'to',
      now: clock.now,
    })
  return countWork(tx)
}

async function countWork(tx: Tx): Promise<{ bursts: number; messages: number }> {
  const [row] = await tx.sql<{ bursts: number; messages: number }[]>`
    select (select coalesce(sum(bursts), 0)::int from enrolments where workspace_id = ${tx.workspaceId}) as bursts,
      (select count(*)::int from messages where workspace_id = ${tx.workspaceId} and state = 'sent') as messages`
  return row ?? { bursts: 0, messages: 0 }
}

/** Moves the clock to the next instant at which something is due, and wakes whoever it is due for. False at the end. */
const step = (scope: Scope, to: Date) =>
  inTransaction(scope, async (tx) => {
    await holdWorkspace(tx)
    const { now, timeZone } = await getClock(tx)
    if (now >= to) return false
    const next = (await nextInstant(tx, now, to, timeZone)) ?? to
    await tx.sql`update workspaces set clock_now = ${next} where id = ${tx.workspaceId}`
    await tx.sql`
      insert into outbox (workspace_id, enrolment_id)
      select e.workspace_id, e.id from enrolments e join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = ${tx.workspaceId} and e.state <> 'ended'
        -- A pause holds steps; exits that time brings end a run all the same.
        and (e.exit_due_at <= ${next} or e.due_at <= ${next} and f.status <> 'paused')`
    await ring(tx, 'clock')
    return true
  })

const rest = () => new Promise((resume) => setTimeout(resume, POLL_MS))

/** Waits until nothing due is left. Progress is counted now and then only: counting costs what exists. */
async function settle(
  scope: Scope,
  between: (unsettled: string) => Promise<unknown>,
): Promise<void> {
  let last = ''
  let changedAt = performance.now()
  for (let countAt = changedAt + COUNT_EVERY_MS; ; ) {
    const unsettled = await inTransaction(scope, firstUnsettled)
    if (unsettled === null) return
    if (performance.now() > countAt) {
      const left = await inTransaction(scope, findUnsettled)
      const seen = JSON.stringify(left)
      if (seen !== last) changedAt = performance.now()
      else if (performance.now() - changedAt > STUCK_AFTER_MS) throw notSettled(left)
      last = seen
      countAt = performance.now() + COUNT_EVERY_MS
    }
    await between(unsettled)
  }
}

const notSettled = (list: Unsettled) =>
  new AppError('unavailable', 'Some work did not settle; the clock stays where it is. Try again.', {
    reason: 'not-settled',
    list,
  })
