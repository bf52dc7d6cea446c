import { finishCall, getCall } from '@relance/db/call/calls'
import { getClock, type WorkspaceClock } from '@relance/db/clock/workspace-clock'
import { shareWorkspace } from '@relance/db/clock/workspace-lock'
import type { Tx } from '@relance/db/connection/scope'
import { asError, singly } from '@relance/db/connection/singly'
import { loadContact } from '@relance/db/contact/load-contact'
import type { Enrolment } from '@relance/db/enrolment/enrolment'
import { emptyInbox, type InboxItem, readInbox } from '@relance/db/enrolment/inbox'
import { contactsOfEnrolments, lockEnrolment } from '@relance/db/enrolment/lock-enrolment'
import { type FlowNow, getFlowNow } from '@relance/db/flow/live-flows'
import { callFault, outcomeOf } from '../call/call-fault'
import type { BurstInput, Next } from '../contract'
import { commitPoint } from '../failpoint/commit-point'
import { lockAndReact, lockAndReactAll, NeedsContacts, withContacts } from '../react/lock-and-react'
import { sideBySide } from '../together/side-by-side'
import { checkEnds } from './check-ends'
import type { Engine } from './engine'
import { goOn } from './go-on'
import { reenterAtOnce } from './reenter'
import { messageKey, type Walk } from './walk'
import { saveWalk } from './walk-on'

/** What an enrolment waits for now, and whether this burst moved anything. */
export interface Burst {
  next: Next
  acted: boolean
}

const PARK: Next = { kind: 'park' }

/**
 * One transaction that moves one customer as far as they can go: to the next wait, call or end.
 * Acts on the state, not on the call: when nothing is due, it changes nothing and says what is waited for.
 */
export function burst(
  engine: Engine,
  { workspaceId, enrolmentId, failed }: BurstInput,
): Promise<Next> {
  return withContacts((alsoLock) =>
    commitPoint('burst', { workspaceId, sql: engine.sql }, async (tx) => {
      await shareWorkspace(tx)
      const contactId = (await contactsOfEnrolments(tx, [enrolmentId])).get(enrolmentId)
      if (!contactId) return PARK
      const { locked } = await lockAndReact(engine, tx, contactId, { alsoLock })
      return (await burstLocked(engine, tx, enrolmentId, locked, failed)).next
    }),
  )
}

/**
 * The bursts of several enrolments of one workspace in one transaction; one by one when that fails. Answers in their
 * order, an Error where one failed by itself.
 */
export async function burstTogether(
  engine: Engine,
  workspaceId: string,
  inputs: BurstInput[],
): Promise<(Next | Error)[]> {
  const [only] = inputs
  if (inputs.length === 1 && only) return [await burst(engine, only).catch(asError)]
  return singly(
    inputs,
    (input) => burst(engine, input),
    () =>
      withContacts((alsoLock) =>
        commitPoint('burst', { workspaceId, sql: engine.sql }, async (tx) => {
          await shareWorkspace(tx)
          const ids = inputs.map(({ enrolmentId }) => enrolmentId)
          const contacts = await contactsOfEnrolments(tx, ids)
          const locked = await lockAndReactAll(engine, tx, [...new Set(contacts.values())], {
            alsoLock,
          })
          const next = new Map<string, Next>()
          await sideBySide(
            inputs,
            ({ enrolmentId }) => contacts.get(enrolmentId) ?? enrolmentId,
            async ({ enrolmentId, failed }) => {
              const shared = { ...tx, shared: true as const }
              next.set(
                enrolmentId,
                (await burstLocked(engine, shared, enrolmentId, locked, failed)).next,
              )
            },
          )
          return ids.map((id) => next.get(id) ?? PARK)
        }),
      ),
  )
}

/** The burst itself, for callers that hold the contact's lock and have reacted to its events. */
export async function burstLocked(
  engine: Engine,
  tx: Tx,
  enrolmentId: string,
  locked: string[],
  failed?: string,
): Promise<Burst> {
  const enrolment = await lockEnrolment(tx, enrolmentId)
  if (!enrolment || hasEnded(enrolment)) return { next: PARK, acted: false }
  // Merged between the look and the lock: begin again with the one who has it now.
  if (!locked.includes(enrolment.contactId))
    throw new NeedsContacts([...locked, enrolment.contactId])
  const [clock, flow, inbox] = await Promise.all([
    getClock(tx),
    getFlowNow(tx, enrolment.flowId),
    readInbox(tx, enrolmentId),
  ])
  if (!flow) return { next: PARK, acted: false }
  if (failed && failed === enrolment.callId) await failCall(tx, failed)
  const call = enrolment.callId ? await getCall(tx, enrolment.callId) : undefined
  const due = isDue(enrolment, clock.now)
  if (!due && inbox.length === 0 && !(call && call.state !== 'pending')) {
    return { next: nextOf(enrolment, clock.kind), acted: false }
  }
  if (clock.kind === 'real') meterLateness(engine, enrolment, flow, clock.now)
  const plan = await engine.plans.get(tx, enrolment.flowId, enrolment.version)
  const contact = await loadContact(tx, enrolment.contactId)
  const walk: Walk = {
    ...{ engine, tx, plan, flow, clock, contact, enrolment },
    ...{ lines: [], messages: [], calls: [], heard: [], isNew: false },
    held: enrolment.heldBy === null ? null : messageKey(enrolment),
  }
  enrolment.bursts++
  await checkEnds(walk, inbox)
  if (!hasEnded(enrolment) && flow.status === 'paused') {
    // What has come meanwhile is kept for later, but may have moved the instant of an exit.
    await saveWalk(walk)
    return { next: heldNext(enrolment, clock), acted: false }
  }
  if (!hasEnded(enrolment)) {
    await emptyInbox(tx, enrolmentId)
    await goOn(
      walk,
      inbox.filter((item) => concerns(enrolment, item)),
      call,
    )
  }
  await saveWalk(walk)
  if (hasEnded(enrolment)) await reenterAtOnce(walk)
  return { next: nextOf(enrolment, clock.kind), acted: true }
}

const failCall = (tx: Tx, callId: string) =>
  finishCall(tx, callId, outcomeOf(callFault('out-of-time')))

/** How late a wait ends; whoever was held by a pause is late since the resume only. */
function meterLateness(
  { meter }: Engine,
  { state, dueAt }: Enrolment,
  { status, resume }: FlowNow,
  now: Date,
): void {
  if (state !== 'waiting' || status === 'paused' || !dueAt || dueAt > now) return
  const since = Math.max(dueAt.getTime(), resume ? Date.parse(resume.at) : 0)
  meter.late((now.getTime() - since) / 1000)
}

/** Asked through a function: the walk changes the state where the compiler does not see it. */
const hasEnded = ({ state }: Enrolment) => state === 'ended'

const concerns = ({ nodeListens }: Enrolment, { key }: InboxItem) => nodeListens.includes(key)

const isDue = ({ again, state, dueAt, exitDueAt }: Enrolment, now: Date) =>
  again !== null ||
  (state !== 'attention' && dueAt !== null && dueAt <= now) ||
  (exitDueAt !== null && exitDueAt <= now)

/** Held by a pause: sleeps on while its wait runs, or until an exit that time brings; else parks until the resume. */
function heldNext({ dueAt, exitDueAt }: Enrolment, { now, kind }: WorkspaceClock): Next {
  const ahead = [dueAt, exitDueAt].flatMap((at) => (at && at > now ? [at.getTime()] : []))
  return kind === 'real' && ahead.length > 0 ? { kind: 'wait', dueAt: Math.min(...ahead) } : PARK
}

/** What an enrolment waits for, as its run needs it. On a test clock there are no timers: the advance wakes. */
export function nextOf(
  { state, dueAt, exitDueAt, callId }: Enrolment,
  clock: 'real' | 'test',
): Next {
  if (state === 'ended') return PARK
  const instants = [state === 'attention' ? null : dueAt, exitDueAt].flatMap((at) =>
    at ? [at.getTime()] : [],
  )
  const timer = clock === 'real' && instants.length ? { dueAt: Math.min(...instants) } : {}
  if (state === 'calling' && callId) return { kind: 'call', callId, ...timer }
  if (state === 'attention' && !('dueAt' in timer)) return PARK
  return { kind: 'wait', ...timer }
}
