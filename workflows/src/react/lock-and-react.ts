import { getClock, type WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { lockContacts } from '@relance/db/contact/lock-contacts'
import { liveRules, takeLate } from '@relance/db/due/sweep-rules'
import { deliverToListeners } from '@relance/db/enrolment/inbox'
import { applyEvent } from '@relance/db/event/apply-event'
import { contactsOf } from '@relance/db/event/contacts-of'
import { dropQueued } from '@relance/db/event/drop-queued'
import type { QueuedEvent } from '@relance/db/event/queued-event'
import { takeQueued, takeQueuedOf } from '@relance/db/event/take-queued'
import { EVERYTHING } from '@relance/db/segment/live-segments'
import { refreshMembers } from '@relance/db/segment/refresh-members'
import type { Engine } from '../burst/engine'
import { sideBySide } from '../together/side-by-side'
import { startFlows } from './start-flows'

/** Thrown to roll back and begin again with these contacts locked, in the order of their ids. */
export class NeedsContacts extends Error {
  constructor(readonly contactIds: string[]) {
    super('Another contact must be locked first.')
  }
}

/** Runs `work` again as often as it finds that it needs one more contact's lock. */
export async function withContacts<T>(work: (alsoLock: string[]) => Promise<T>): Promise<T> {
  let alsoLock: string[] = []
  for (;;) {
    try {
      return await work(alsoLock)
    } catch (error) {
      if (!(error instanceof NeedsContacts)) throw error
      alsoLock = error.contactIds
    }
  }
}

/** Events of one contact that one transaction takes. */
const LIMIT = 500

/**
 * Locks a contact and brings it up to date with the events that were accepted for it, in the order they came.
 * After this, whatever the transaction decides about the contact has seen them all.
 * @returns the contacts that are locked now
 * @throws NeedsContacts when an event joins a contact whose lock must be taken first
 */
export async function lockAndReact(
  engine: Engine,
  tx: Tx,
  contactId: string,
  { alsoLock = [], limit = LIMIT }: { alsoLock?: string[]; limit?: number } = {},
): Promise<{ locked: string[]; events: number }> {
  const locked = [...new Set([contactId, ...alsoLock])]
  await lockContacts(tx, locked)
  const queued = await takeQueued(tx, contactId, limit)
  if (queued.length > 0) await reactTo(engine, tx, contactId, queued, locked)
  return { locked, events: queued.length }
}

/**
 * The same for many contacts at once.
 * @param limit events of each contact that are taken now
 */
export async function lockAndReactAll(
  engine: Engine,
  tx: Tx,
  contactIds: string[],
  { alsoLock = [], limit = LIMIT }: { alsoLock?: string[]; limit?: number } = {},
): Promise<string[]> {
  const locked = [...new Set([...contactIds, ...alsoLock])]
  await lockContacts(tx, locked)
  await reactAll(engine, tx, contactIds, { locked, limit })
  return locked
}

/**
 * Brings contacts whose locks are held up to date, side by side; those whose events join contacts come after, one by
 * one.
 */
export async function reactAll(
  engine: Engine,
  tx: Tx,
  contactIds: string[],
  { locked, limit = LIMIT }: { locked: string[]; limit?: number },
): Promise<void> {
  const queued = [...(await takeQueuedOf(tx, contactIds, limit))]
  const alone = queued.filter(([contactId, events]) => joinsAny(contactId, events))
  const together = queued.filter((each) => !alone.includes(each))
  const side = together.length > 1 ? { ...tx, shared: true as const } : tx
  await sideBySide(
    together,
    ([contactId]) => contactId,
    ([contactId, events]) => reactTo(engine, side, contactId, events, locked),
  )
  for (const [contactId] of alone)
    await lockAndReact(engine, tx, contactId, { alsoLock: locked, limit })
}

const joinsAny = (owner: string, events: QueuedEvent[]) =>
  events.some(({ joins, contactId }) => joins.length > 0 || contactId !== owner)

async function reactTo(
  engine: Engine,
  tx: Tx,
  contactId: string,
  queued: QueuedEvent[],
  locked: string[],
): Promise<void> {
  const clock = await getClock(tx)
  let current = contactId
  let late = false
  for (const event of queued) {
    const joined = await contactsOf(tx, event)
    if (joined.some((id) => !locked.includes(id)))
      throw new NeedsContacts([...new Set([...locked, ...joined])])
    const applied = await applyEvent(tx, current, event, clock.now)
    late ||= joined.length > 0 || isLate(event, clock)
    current = applied.contactId
    // A past that was brought along may count anywhere.
    const keys = joined.length > 0 ? [EVERYTHING] : applied.keys
    await refreshMembers(tx, { contactId: current, keys })
    await deliverToListeners(tx, current, event, applied.keys)
    await startFlows(engine, tx, clock, current, event, applied.keys)
  }
  await Promise.all(queued.map((event) => dropQueued(tx, event)))
  if (late) await takeLate(tx, current, clock, await liveRules(tx))
}

/** May it move an instant that time has passed already? An identity that joins may; so may an old fact. */
const isLate = (event: QueuedEvent, { now }: WorkspaceClock) =>
  event.type === 'identify' || event.type === 'alias' || event.at.getTime() < now.getTime() - 1000
