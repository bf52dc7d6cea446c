import type { StoredEvent } from '@relance/core/event/event'
import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import { replayFact } from './replay-fact'

/** Something that has not happened and is taken to. */
export interface Assumed {
  name: string
  at: Date
  properties: Record<string, unknown>
}

/**
 * Stores an event that is only assumed, in a transaction that is rolled back, and takes it in: rules then find it
 * like any other. A visit is told by its page.
 * @returns the event, and what it may be listened for
 */
export async function assumeEvent(
  tx: Tx,
  contactId: string,
  { name, at, properties }: Assumed,
): Promise<{ event: StoredEvent; keys: string[] }> {
  const isVisit = name === 'visit' || name === 'page'
  const id = newId()
  const event: StoredEvent = {
    ...{ id, messageId: `assumed-${id}`, contactId, anonymousId: null, source: 'rehearsal' },
    ...{ type: isVisit ? ('page' as const) : ('track' as const), name: isVisit ? 'page' : name },
    ...{ properties, context: {}, at, receivedAt: at, warnings: [] },
  }
  await tx.sql`
    insert into events (workspace_id, id, message_id, contact_id, type, name, properties, at, received_at, source)
    values (${tx.workspaceId}, ${id}, ${event.messageId}, ${contactId}, ${event.type}, ${event.name},
      ${JSON.stringify(properties)}, ${at}, ${at}, ${event.source})`
  return { event, keys: await replayFact(tx, contactId, { kind: 'event', at, event }) }
}
