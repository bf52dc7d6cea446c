import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import { lockContacts } from '../contact/lock-contacts'
import { upsertContacts } from '../contact/upsert-contacts'
import { applyEvent } from '../event/apply-event'
import { storeEvents } from '../event/store-events'
import { placeSilently } from '../segment/place-silently'
import type { ImportRecord } from './batches'
import { CellError } from './cell'
import type { EventOfFile } from './read-event-record'
import type { Reading } from './reading'
import { type Refused, refusedBy } from './refused'

/**
 * Writes events of the past, and brings their contacts up to date with them as if they had come when they happened:
 * visits, carts, orders. Nothing is queued, so no flow starts and nobody is woken: an import tells of the past.
 * @returns the rows whose event was known already
 */
export async function takeEvents(
  tx: Tx,
  read: EventOfFile[],
  { source, reading, from }: { source: string; reading: Reading; from: ImportRecord[] },
): Promise<Refused[]> {
  const known = await knownEvents(tx, read)
  const refused: Refused[] = []
  const fresh = read.filter(({ event: { messageId } }, index) => {
    if (!known.has(messageId)) return known.add(messageId)
    const record = from[index]
    if (record) refused.push(refusedBy(alreadyKnown(record), record))
    return false
  })
  const kept = await upsertContacts(tx, fresh.map(toContact), { source, now: reading.now })
  const rows = fresh.map(({ event, at }, index) => ({
    ...event,
    id: newId(),
    contactId: kept[index]?.id ?? '',
    joins: [],
    at,
    warnings: [],
  }))
  await storeEvents(tx, rows, { source, receivedAt: reading.now, queue: false })
  await apply(tx, rows, { source, now: reading.now })
  await placeSilently(
    tx,
    kept.map(({ id }) => id),
  )
  return refused
}

const alreadyKnown = ({ cells }: ImportRecord) => {
  const messageId = cells.get('messageId')
  return new CellError(
    'already-known',
    messageId ? 'messageId' : 'event',
    messageId ?? cells.get('event') ?? '',
  )
}

async function knownEvents({ sql, workspaceId }: Tx, read: EventOfFile[]): Promise<Set<string>> {
  const ids = read.map(({ event }) => event.messageId)
  const found = await sql<{ messageId: string }[]>`
    select message_id as "messageId" from event_keys
    where workspace_id = ${workspaceId} and message_id = any(${ids}::text[])`
  return new Set(found.map(({ messageId }) => messageId))
}

const toContact = ({ externalId, email, at }: EventOfFile) => ({
  externalId,
  profile: email ? { email } : {},
  traits: {},
  consents: [],
  createdAt: at,
})

type Row = Parameters<typeof storeEvents>[1][number]

/** Contact by contact, each one's in the order they happened in. */
async function apply(tx: Tx, rows: Row[], { source, now }: { source: string; now: Date }) {
  const byContact = new Map<string, Row[]>()
  for (const row of rows)
    byContact.set(row.contactId, [...(byContact.get(row.contactId) ?? []), row])
  await lockContacts(tx, [...byContact.keys()])
  for (const [contactId, own] of byContact) {
    const inOrder = own.sort((one, other) => one.at.getTime() - other.at.getTime())
    for (const row of inOrder)
      await applyEvent(tx, contactId, { ...row, source, receivedAt: now, seq: 0, failures: 0 }, now)
  }
}
