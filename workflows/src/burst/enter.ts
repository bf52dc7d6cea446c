import { newId } from '@relance/core/id/ids'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { loadContact } from '@relance/db/contact/load-contact'
import type { Enrolment } from '@relance/db/enrolment/enrolment'
import type { Candidate } from './candidate'
import { checkEnds } from './check-ends'
import type { Engine } from './engine'
import type { Outlook } from './outlook'
import { takeStep } from './take-step'
import { trace, type Walk } from './walk'
import { walkOn } from './walk-on'

/**
 * A run that begins now, walked to its first wait, call or end. Nothing of the run itself is written: that is the
 * caller's.
 * @param rehearsed the run it stands for, and what is assumed; left out in life
 */
export async function enter(
  engine: Engine,
  tx: Tx,
  clock: WorkspaceClock,
  who: Candidate,
  rehearsed?: { enrolmentId: string; outlook: Outlook },
): Promise<Walk> {
  const { plan } = who
  const enrolment = newEnrolment(who, clock.now)
  if (rehearsed) enrolment.id = rehearsed.enrolmentId
  const contact = await loadContact(tx, who.contactId)
  const flow = { status: 'live' as const, liveVersion: plan.version, resume: null }
  const walk: Walk = {
    ...{ engine, tx, plan, flow, clock, contact, enrolment, outlook: rehearsed?.outlook },
    ...{ lines: [], messages: [], calls: [], heard: [], isNew: true, held: null },
  }
  trace(walk, 'entered', who.cause)
  // Whom an exit rule holds out already is told so, and gets nothing.
  await checkEnds(walk, [])
  if (isUnderWay(walk)) {
    const moved = await takeStep(walk, { kind: 'leave', exit: 'entered', note: who.cause }, [])
    if (moved) await walkOn(walk, { kind: 'enter' })
  }
  return walk
}

/** Asked through a function: an end changes the state where the compiler does not see it. */
const isUnderWay = ({ enrolment }: Walk) => enrolment.state !== 'ended'

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
