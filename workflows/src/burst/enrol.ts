import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { lastEntry } from '@relance/db/enrolment/last-entry'
import { startRun } from '@relance/db/outbox/wake'
import { noteRefusedEntry } from '@relance/db/trace/write-trace'
import type { Candidate } from './candidate'
import type { Engine } from './engine'
import { enter } from './enter'
import { type EntryOutcome, entryRefusal } from './entry-refusal'
import { saveWalk } from './walk-on'

/** Enrols a contact whose lock the caller holds, and walks them to their first wait, in one transaction. */
export async function enrol(
  engine: Engine,
  tx: Tx,
  clock: WorkspaceClock,
  who: Candidate,
): Promise<EntryOutcome> {
  const { plan, contactId } = who
  const last = await lastEntry(tx, plan.flowId, contactId, who.key)
  const refused = await entryRefusal(tx, clock, who, last)
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
  const walk = await enter(engine, tx, clock, who)
  await saveWalk(walk)
  // On a test clock nothing sleeps: the advance wakes whoever is due.
  if (
    walk.enrolment.state === 'calling' ||
    (walk.enrolment.state === 'waiting' && clock.kind === 'real')
  ) {
    await startRun(tx, walk.enrolment.id)
  }
  return 'entered'
}
