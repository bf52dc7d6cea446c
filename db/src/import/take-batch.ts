import type { WorkspaceClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import { upsertContacts } from '../contact/upsert-contacts'
import { upsertProducts } from '../product/upsert-products'
import type { Batch, ImportRecord } from './batches'
import { CellError } from './cell'
import { readContactRecord } from './read-contact-record'
import { orderGroups } from './read-order-records'
import { readProductRecord } from './read-product-record'
import type { RefusalCode } from './refusal-words'
import { type OrderToTake, takeOrders } from './take-orders'

/** A row that is not taken, its value still without words. */
export interface Refused {
  row: number
  column: string | null
  code: RefusalCode
  value: string
}

export interface BatchResult {
  /** Rows. */
  taken: number
  refused: Refused[]
}

const SOURCE = 'import'

/** Writes one batch of an import. */
export async function takeBatch(tx: Tx, batch: Batch, clock: WorkspaceClock): Promise<BatchResult> {
  await planAfresh(tx)
  switch (batch.kind) {
    case 'contacts': {
      const { read, refused } = readAll(batch.records, (record) =>
        readContactRecord(record.cells, clock),
      )
      await upsertContacts(tx, read, { source: SOURCE, now: clock.now })
      return { taken: read.length, refused }
    }
    case 'products': {
      const { read, refused } = readAll(batch.records, (record) => readProductRecord(record.cells))
      await upsertProducts(tx, read)
      return { taken: read.length, refused }
    }
    case 'orders': {
      const { orders, refused } = orderGroups(batch.records, clock)
      return withOrders(await takeOrders(tx, orders, { source: SOURCE, clock }), orders, refused)
    }
    case 'cdnow': {
      const { past, future } = split(batch.orders, clock.now)
      const dates = future.flatMap(({ rows, at }) =>
        rows.map((row) => refusal(row, 'date', 'future-date', at.toISOString().slice(0, 10))),
      )
      const unreadable = batch.unreadable.map((row) => refusal(row, null, 'unreadable-row', ''))
      return withOrders(await takeOrders(tx, past, { source: SOURCE, clock }), past, [
        ...unreadable,
        ...dates,
      ])
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

/** Orders of the file that stand in the workspace as somebody else's, or came apart from their first lines. */
function withOrders(repeated: Set<string>, orders: OrderToTake[], refused: Refused[]): BatchResult {
  const again = orders.filter(({ orderId }) => repeated.has(orderId))
  const rows = again.flatMap(({ orderId, rows }) =>
    rows.map((row) => refusal(row, null, 'repeated-order', orderId)),
  )
  const all = orders.reduce((sum, order) => sum + order.rows.length, 0)
  return { taken: all - rows.length, refused: [...refused, ...rows] }
}

function readAll<Read>(
  records: ImportRecord[],
  read: (record: ImportRecord) => Read,
): { read: Read[]; refused: Refused[] } {
  const taken: Read[] = []
  const refused: Refused[] = []
  for (const record of records) {
    try {
      taken.push(read(record))
    } catch (error) {
      refused.push(refusedBy(error, record))
    }
  }
  return { read: taken, refused }
}

/** What a record's reader threw, as a refusal; anything else goes on being thrown. */
export function refusedBy(error: unknown, { row, headers }: ImportRecord): Refused {
  if (!(error instanceof CellError)) throw error
  return {
    row,
    column: error.field && (headers.get(error.field) ?? error.field),
    code: error.code,
    value: error.value,
  }
}
