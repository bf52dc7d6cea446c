import { newId } from '@relance/core/id/ids'
import { getClock, type WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Scope, Tx } from '@relance/db/connection/scope'
import { lockContacts } from '@relance/db/contact/lock-contacts'
import { lastEntry } from '@relance/db/enrolment/last-entry'
import { factsAfter } from '@relance/db/rehearsal/facts-after'
import { forgetLater } from '@relance/db/rehearsal/forget-later'
import { readHabits } from '@relance/db/rehearsal/read-habits'
import { type LivedRun, readLivedRun } from '@relance/db/rehearsal/read-run'
import { rewindContact } from '@relance/db/rehearsal/rewind-contact'
import { rolledBack } from '@relance/db/rehearsal/rolled-back'
import { setRehearsedNow } from '@relance/db/rehearsal/set-rehearsed-now'
import type { Engine } from '../burst/engine'
import { enter } from '../burst/enter'
import { entryRefusal } from '../burst/entry-refusal'
import type { Walk } from '../burst/walk'
import { type Beginning, findBeginning, livedBeginning } from './begin'
import { goThrough } from './go-through'
import type { Rehearsal, RehearsalRequest } from './rehearsal'
import { Story } from './story'

/**
 * Walks a plan with one real customer as the engine would, on a clock of its own, in a transaction that is always
 * rolled back: nothing is sent, called, woken or written. What is past happens as it did; what is not known yet goes
 * by the choices made, else by what most did. Holds the customer for 2.5 s at most.
 * @throws AppError not-found; limit-reached when it takes too long
 */
export const rehearse = (
  engine: Engine,
  scope: Scope,
  request: RehearsalRequest,
): Promise<Rehearsal> => rolledBack(scope, (tx) => rehearseIn(engine, tx, request))

async function rehearseIn(engine: Engine, tx: Tx, request: RehearsalRequest): Promise<Rehearsal> {
  const { plan, contactId } = request
  await lockContacts(tx, [contactId])
  const clock = await presentClock(tx, request)
  const isApart = request.at !== undefined || (request.beginning && !request.runId)
  const run = isApart ? undefined : await readLivedRun(tx, { ...request, flowId: plan.flowId })
  const from = await goBack(tx, request, clock, run)
  const habits = await readHabits(tx, plan.flowId, Object.keys(plan.nodes))
  const { choices, draws = true } = request
  const story = new Story(tx, plan, clock.now, habits, choices, run, draws)
  story.facts = await factsAfter(tx, contactId, { after: from.at, until: clock.now })
  await setRehearsedNow(tx, from.at)
  const begun = { ...clock, now: from.at }
  const told = { contactId, runId: run?.id ?? null, presentAt: clock.now, ...beginningOf(from) }
  const who = { plan, contactId, ...from }
  const last =
    run || request.beginning
      ? undefined
      : await lastEntry(tx, plan.flowId, contactId, from.key, request.knownUntil)
  const refusal = await entryRefusal(tx, begun, who, last)
  const refused = refusal && {
    ...{ code: refusal.note.code, params: refusal.note.params ?? {}, seen: refusal.seen ?? [] },
  }
  if (refused && !request.evenIf)
    return { ...told, refused, now: from.at, ...NOWHERE, choices: story.choices }
  const rehearsed = { enrolmentId: run?.id ?? newId(), outlook: story }
  const walk = await enter(engine, tx, begun, who, rehearsed)
  const { isCutShort } = await goThrough(story, walk, request.until ?? null)
  return { ...told, refused, isCutShort, ...pathOf(story, walk) }
}

const NOWHERE = {
  ...{ lines: [], mails: [], end: null, standing: null, lastVisitAt: null, isCutShort: false },
}

const beginningOf = ({ at, anchorAt, isAssumed }: Beginning) => ({ at, anchorAt, isAssumed })

/** The workspace's clock; put back to what is to be known, with the contact as they were then, and nothing since. */
async function presentClock(
  tx: Tx,
  { contactId, knownUntil }: RehearsalRequest,
): Promise<WorkspaceClock> {
  const clock = await getClock(tx)
  if (!knownUntil || knownUntil >= clock.now) return clock
  await rewindContact(tx, contactId, knownUntil)
  await forgetLater(tx, contactId, knownUntil)
  return { ...clock, now: knownUntil }
}

/** Finds where the story begins, and puts the customer back to what they were then. */
async function goBack(
  tx: Tx,
  { plan, contactId, at, beginning }: RehearsalRequest,
  { now, timeZone }: WorkspaceClock,
  run: LivedRun | undefined,
): Promise<Beginning> {
  const trigger = plan.nodes[plan.entry] ?? { type: '', version: 1, config: {}, next: {} }
  const zone = plan.settings.timeZone ?? timeZone
  if (at) {
    if (at < now) await rewindContact(tx, contactId, at)
    const found = await findBeginning(tx, trigger, contactId, { now: at, timeZone: zone })
    return { ...found, at }
  }
  const from =
    beginning ??
    (run
      ? livedBeginning(trigger, run)
      : await findBeginning(tx, trigger, contactId, { now, timeZone: zone }))
  if (from.at < now) await rewindContact(tx, contactId, from.at)
  return from
}

function pathOf({ mails, choices }: Story, { enrolment, lines, clock, contact }: Walk) {
  const { nodeId, visit, dueAt, heldBy, error, endReason, endDetail, endedAt } = enrolment
  const end = endReason && endedAt ? { reason: endReason, detail: endDetail, at: endedAt } : null
  const standing = end ? null : { nodeId, visit, dueAt, heldBy, error: error?.message ?? null }
  const lastVisitAt = contact.lastAt.visit
  return { lines, mails, choices, end, standing, lastVisitAt, now: clock.now }
}
