import type { WorkspaceClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { upsertContacts } from '../contact/upsert-contacts'
import { upsertProducts } from '../product/upsert-products'
import { placeSilently } from '../segment/place-silently'
import type { Batch } from './batches'
import { noteImported } from './note-imported'
import { readContactRecord } from './read-contact-record'
import { readEventRecord } from './read-event-record'
import { orderGroups } from './read-order-records'
import { readProductRecord } from './read-product-record'
import type { Reading } from './reading'
import type { RefusalCode } from './refusal-words'
import { type Refused, readAll } from './refused'
import { takeEvents } from './take-events'
import { type OrderToTake, takeOrders } from './take-orders'
import { withoutKnown } from './without-known'

export interface BatchResult {
  /** Rows. */
  taken: number
  refused: Refused[]
}

/** Some rows of an import, and how they are read. */
interface BatchToTake {
  importId: string
  batch: Batch
  reading: Reading
  clock: WorkspaceClock
}

const SOURCE = 'import'

/** Writes one batch of an import. */
export async function takeBatch(
  tx: Tx,
  { importId, batch, reading, clock }: BatchToTake,
): Promise<BatchResult> {
  await planAfresh(tx)
  // What a file tells happened before: it moves nobody up or down the ladder today.
  await tx.sql`select set_config('app.importing', 'yes', true)`
  switch (batch.kind) {
    case 'contacts': {
      const all = readAll(batch.records, (record) => readContactRecord(record.cells, reading))
      const { read, refused } = await withoutKnown(tx, 'contacts', all, reading.onDuplicate)
      const kept = await upsertContacts(tx, read, { source: SOURCE, now: clock.now })
      await noteImported(
        tx,
        importId,
        kept.flatMap(({ id, created }) => (created ? [id] : [])),
      )
      await placeSilently(
        tx,
        kept.map(({ id }) => id),
      )
      return { taken: read.length, refused }
    }
    case 'products': {
      const all = readAll(batch.records, (record) => readProductRecord(record.cells))
      const { read, refused } = await withoutKnown(tx, 'products', all, reading.onDuplicate)
      await upsertProducts(tx, read)
      return { taken: read.length, refused }
    }
    case 'events': {
      const { read, from, refused } = readAll(batch.records, (record) =>
        readEventRecord(record.cells, reading),
      )
      const known = await takeEvents(tx, read, { source: SOURCE, reading, from })
      return { taken: read.length - known.length, refused: [...refused, ...known] }
    }
    case 'orders': {
      const { orders, refused } = orderGroups(batch.records, reading)
      const { onDuplicate } = reading
      const unwritten = await takeOrders(tx, orders, { source: SOURCE, clock, onDuplicate })
      return withOrders(unwritten, orders, refused)
    }
    case 'cdnow': {
      const { past, future } = split(batch.orders, clock.now)
      const dates = future.flatMap(({ rows, at }) =>
        rows.map((row) => refusal(row, 'date', 'future-date', at.toISOString().slice(0, 10))),
      )
      const unreadable = batch.unreadable.map((row) => refusal(row, null, 'unreadable-row', ''))
      const unwritten = await takeOrders(tx, past, { source: SOURCE, clock })
      return withOrders(unwritten, past, [...unreadable, ...dates])
    }
  }
}

const refusal = (
  row: number,
  column: string | null,
  code: RefusalCode,
  value: string,
): Refused => ({ row, column, code, value })

const split = (orders: OrderToTake[], now: Date) => ({
  past: orders.filter(({ at }) => at <= now),
  future: orders.filter(({ at }) => at > now),
})

/** Orders of the file that stand in the workspace already, or as somebody else's. */
function withOrders(
  unwritten: Map<string, RefusalCode>,
  orders: OrderToTake[],
  refused: Refused[],
): BatchResult {
  const rows = orders.flatMap(({ orderId, rows }) => {
    const code = unwritten.get(orderId)
    return code ? rows.map((row) => refusal(row, null, code, orderId)) : []
  })
  const all = orders.reduce((sum, order) => sum + order.rows.length, 0)
  return { taken: all - rows.length, refused: [...refused, ...rows] }
}
