import { getClock, type WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import { lockContacts } from '@relance/db/contact/lock-contacts'
import { liveRules, takeLate } from '@relance/db/due/sweep-rules'
import { deliverToListeners } from '@relance/db/enrolment/inbox'
import { applyEvent } from '@relance/db/event/apply-event'
import { contactsOf } from '@relance/db/event/contacts-of'
import { queuedAmong } from '@relance/db/event/contacts-queued'
import { dropQueued } from '@relance/db/event/drop-queued'
import type { QueuedEvent } from '@relance/db/event/queued-event'
import { takeQueued } from '@relance/db/event/take-queued'
import type { Engine } from '../burst/engine'
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
  { alsoLock = [], limit = 500 }: { alsoLock?: string[]; limit?: number } = {},
): Promise<{ locked: string[]; events: number }> {
  const locked = [...new Set([contactId, ...alsoLock])]
  await lockContacts(tx, locked)
  const queued = await takeQueued(tx, contactId, limit)
  if (queued.length === 0) return { locked, events: 0 }
  const clock = await getClock(tx)
  let current = contactId
  let late = false
  for (const event of queued) {
    const joined = await contactsOf(tx, event)
    if (joined.some((id) => !locked.includes(id)))
      throw new NeedsContacts([...new Set([...locked, ...joined])])
    const applied = await applyEvent(tx, current, event, clock.now)
    late ||= applied.contactId !== current || isLate(event, clock)
    current = applied.contactId
    await deliverToListeners(tx, current, event, applied.keys)
    await startFlows(engine, tx, clock, current, event, applied.keys)
  }
  await dropQueued(tx, queued)
  if (late) await takeLate(tx, current, clock, await liveRules(tx))
  return { locked, events: queued.length }
}

/** The same for many contacts at once: nearly always nothing is queued for any of them, which one look tells. */
export async function lockAndReactAll(
  engine: Engine,
  tx: Tx,
  contactIds: string[],
  alsoLock: string[],
): Promise<void> {
  const locked = [...new Set([...contactIds, ...alsoLock])]
  await lockContacts(tx, locked)
  for (const contactId of await queuedAmong(tx, contactIds)) {
    await lockAndReact(engine, tx, contactId, { alsoLock: locked })
  }
}

/** May it move an instant that time has passed already? An identity that joins may; so may an old fact. */
const isLate = (event: QueuedEvent, { now }: WorkspaceClock) =>
  event.type === 'identify' || event.type === 'alias' || event.at.getTime() < now.getTime() - 1000
