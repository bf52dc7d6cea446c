import type { Tx } from '../connection/scope'
import { survivorOf } from '../contact/survivor-of'
import { joinable } from './joinable'
import type { QueuedEvent } from './queued-event'

/**
 * The contacts that applying an event would join, its own included; none for nearly every event.
 * To be asked before: whoever is not locked yet must be, all by id ascending, in a transaction begun again.
 */
export async function contactsOf(tx: Tx, event: QueuedEvent): Promise<string[]> {
  if (event.joins.length === 0) return []
  const contactId = await survivorOf(tx, event.contactId)
  const others = await joinable(tx, contactId, event)
  return others.length === 0 ? [] : [contactId, ...others].sort()
}
