import { newId } from '@relance/core/id/ids'
import { hasServiceMail } from '@relance/core/plan/has-service-mail'
import type { Plan } from '@relance/core/plan/plan'
import type { Rule } from '@relance/core/rule/rule'
import { addTo } from '@relance/core/time/add-to'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { checkReachable } from '@relance/db/contact/check-reachable'
import { loadContact } from '@relance/db/contact/load-contact'
import type { Enrolment } from '@relance/db/enrolment/enrolment'
import { type Entry, lastEntry } from '@relance/db/enrolment/last-entry'
import { startRun } from '@relance/db/outbox/wake'
import { askRule } from '@relance/db/rule/ask-rule'
import { noteRefusedEntry } from '@relance/db/trace/write-trace'
import type { Note } from '@relance/nodes/kit/step'
import { checkEnds } from './check-ends'
import type { Engine } from './engine'
import { takeStep } from './take-step'
import { trace, type Walk } from './walk'
import { saveWalk, walkOn } from './walk-on'

/** Who is to enter what, and why. */
export interface Candidate {
  plan: Plan
  contactId: string
  /** What makes this entry one: the cart, the order, the crossing. Empty where the contact itself is. */
  key: string
  anchorAt: Date
  data: Record<string, unknown>
  cause: Note
  /** Asked apart from the trigger's filter: only who can be reached may enter. */
  mustBeReachable?: boolean
  /** Set when a named end lets the contact in again at once: re-entry is not asked. */
  atOnce?: boolean
}

export type EntryOutcome = 'entered' | 'filter' | 'reentry' | 'unreachable'

/** Enrols a contact whose lock the caller holds, and walks them to their first wait, in one transaction. */
export async function enrol(
  engine: Engine,
  tx: Tx,
  clock: WorkspaceClock,
  who: Candidate,
): Promise<EntryOutcome> {
  const { plan, contactId } = who
  const last = await lastEntry(tx, plan.flowId, contactId, who.key)
  const refused = await refusal(tx, clock, who, last)
  if (refused) {
    await noteRefusedEntry(tx, {
      ...refused.note,
      flowId: plan.flowId,
      contactId,
      at: clock.now,
      seen: refused.seen,
    })
    return refused.outcome
  }
  if (last?.withKey) return 'reentry'
  const enrolment = newEnrolment(who, clock.now)
  const contact = await loadContact(tx, contactId)
  const flow = { status: 'live' as const, liveVersion: plan.version, resume: null }
  const walk: Walk = {
    ...{ engine, tx, plan, flow, clock, contact, enrolment },
    ...{ lines: [], messages: [], calls: [], heard: [], isNew: true, held: null },
  }
  trace(walk, 'entered', who.cause)
  // Whom an exit rule holds out already is told so, and gets nothing.
  await checkEnds(walk, [])
  if (isUnderWay(walk)) {
    const moved = await takeStep(walk, { kind: 'leave', exit: 'entered', note: who.cause }, [])
    if (moved) await walkOn(walk, { kind: 'enter' })
  }
  await saveWalk(walk)
  // On a test clock nothing sleeps: the advance wakes whoever is due.
  if (
    walk.enrolment.state === 'calling' ||
    (walk.enrolment.state === 'waiting' && clock.kind === 'real')
  ) {
    await startRun(tx, enrolment.id)
  }
  return 'entered'
}

/** Asked through a function: an end changes the state where the compiler does not see it. */
const isUnderWay = ({ enrolment }: Walk) => enrolment.state !== 'ended'

type Refusal = {
  outcome: EntryOutcome
  note: Note
  seen?: Awaited<ReturnType<typeof askRule>>['seen']
}

async function refusal(
  tx: Tx,
  clock: WorkspaceClock,
  who: Candidate,
  last: Entry | undefined,
): Promise<Refusal | null> {
  const { plan, contactId } = who
  const again = !who.atOnce && reentryRefusal(plan, clock, last)
  if (again) return again
  if (who.mustBeReachable) {
    const reach = await checkReachable(tx, contactId, 'email', {
      service: hasServiceMail(plan),
    })
    if ('reason' in reach) {
      return {
        outcome: 'unreachable',
        note: { code: 'not-entered-unreachable', params: { reason: reach.reason } },
      }
    }
  }
  const rule = filterOf(plan)
  if (!rule) return null
  const answer = await askRule(tx, rule, {
    contactId,
    now: clock.now,
    timeZone: plan.settings.timeZone ?? clock.timeZone,
  })
  return answer.holds
    ? null
    : { outcome: 'filter', note: { code: 'not-entered-filter' }, seen: answer.seen }
}

function reentryRefusal(
  plan: Plan,
  clock: WorkspaceClock,
  last: Entry | undefined,
): Refusal | null {
  if (!last) return null
  const { mode, after } = plan.settings.reentry
  if (last.openWithKey || (mode !== 'per-key' && last.open)) {
    return { outcome: 'reentry', note: { code: 'not-entered-open-run' } }
  }
  const free =
    mode === 'per-key'
      ? !last.withKey
      : mode === 'after' && after
        ? addTo(last.enteredAt, after, plan.settings.timeZone ?? clock.timeZone) <= clock.now
        : false
  return free ? null : { outcome: 'reentry', note: { code: 'not-entered-reentry' } }
}

/** The trigger's filter, if it has one. */
function filterOf(plan: Plan): Rule | null {
  const filter = plan.nodes[plan.entry]?.config.filter
  return (filter as Rule | null | undefined) ?? null
}

function newEnrolment(
  { plan, contactId, key, anchorAt, data, atOnce }: Candidate,
  now: Date,
): Enrolment {
  const { mode } = plan.settings.reentry
  const entryKey = mode === 'once' && !atOnce ? '' : key
  return {
    id: newId(),
    flowId: plan.flowId,
    version: plan.version,
    contactId,
    entryKey,
    seed: `${contactId}:${plan.flowId}:${entryKey}`,
    state: 'waiting',
    nodeId: plan.entry,
    visit: 1,
    path: { [plan.entry]: { visits: 1 } },
    anchorAt,
    enteredAt: now,
    enteredNodeAt: now,
    dueAt: null,
    exitDueAt: null,
    // Heard from the first step on: what the steps themselves set may be what an exit rule looks at.
    listens: plan.listens,
    nodeListens: [],
    callId: null,
    again: null,
    heldBy: null,
    error: null,
    entryData: data,
    bursts: 1,
    endedAt: null,
    endReason: null,
    endDetail: null,
    revenueCents: null,
    firstMessageAt: null,
    repliedAt: null,
  }
}
