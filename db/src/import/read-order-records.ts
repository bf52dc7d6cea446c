import type { WorkspaceClock } from '../clock/workspace-clock'
import { readProfileField } from '../contact/read-traits'
import { currencyOf } from '../order/money'
import type { ImportRecord } from './batches'
import { CellError, type Cells, centsCell, dateCell, numberCell, requiredCell } from './cell'
import { type Refused, refusedBy } from './take-batch'
import type { OrderToTake } from './take-orders'

/**
 * Orders from their lines: neighbouring lines of one order id are one order, its revenue the one said,
 * else what its products come to. One bad line refuses itself only.
 */
export function orderGroups(
  records: ImportRecord[],
  clock: Pick<WorkspaceClock, 'timeZone' | 'now'>,
): { orders: OrderToTake[]; refused: Refused[] } {
  const orders = new Map<string, OrderToTake>()
  const refused: Refused[] = []
  for (const record of records) {
    try {
      addRecord(orders, record, clock)
    } catch (error) {
      refused.push(refusedBy(error, record))
    }
  }
  return { orders: [...orders.values()], refused }
}

function addRecord(
  orders: Map<string, OrderToTake>,
  { row, cells }: ImportRecord,
  clock: Pick<WorkspaceClock, 'timeZone' | 'now'>,
) {
  const order = readOrderRecord(row, cells, clock)
  const known = orders.get(order.orderId)
  if (!known) orders.set(order.orderId, order)
  else {
    known.rows.push(row)
    known.lines.push(...order.lines)
    known.coupons = [...new Set([...known.coupons, ...order.coupons])]
    if (!cells.has('revenue')) known.revenueCents += order.revenueCents
  }
}

function readOrderRecord(
  row: number,
  cells: Cells,
  { timeZone, now }: Pick<WorkspaceClock, 'timeZone' | 'now'>,
): OrderToTake {
  const orderId = requiredCell(cells, 'orderId').slice(0, 255)
  const at = dateCell(cells, 'at', timeZone)
  if (!at) throw new CellError('missing-value', 'at', '')
  if (at > now) throw new CellError('future-date', 'at', cells.get('at') ?? '')
  const email = emailOf(cells)
  const externalId = cells.get('externalId') ?? null
  if (!externalId && !email) throw new CellError('missing-person', null, '')
  const lines = linesOf(cells)
  const sum = lines.reduce(
    (total, { priceCents, quantity }) => total + (priceCents ?? 0) * quantity,
    0,
  )
  const coupon = cells.get('coupon')
  return {
    orderId,
    rows: [row],
    externalId,
    email,
    at,
    revenueCents: centsCell(cells, 'revenue') ?? sum,
    currency: currencyOf(cells.get('currency')),
    coupons: coupon ? [coupon.toUpperCase()] : [],
    lines,
  }
}

function emailOf(cells: Cells): string | null {
  const email = readProfileField('email', cells.get('email') ?? null)
  if (email === undefined) throw new CellError('invalid-email', 'email', cells.get('email') ?? '')
  return email
}

function linesOf(cells: Cells): OrderToTake['lines'] {
  const productId = cells.get('productId')?.slice(0, 255) ?? null
  const title = cells.get('title')?.slice(0, 255) ?? null
  if (!productId && !title) return []
  const quantity = Math.max(1, Math.floor(numberCell(cells, 'quantity') ?? 1))
  return [{ productId, title, quantity, priceCents: centsCell(cells, 'price') }]
}
