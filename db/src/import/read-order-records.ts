import { readProfileField } from '../contact/read-traits'
import { ownCents } from '../order/currency-rates'
import { currencyOf } from '../order/money'
import { type ImportRecord, MAX_ORDER_LINES } from './batches'
import { CellError, type Cells, centsCell, numberCell, pastCell, requiredCell } from './cell'
import type { Reading } from './reading'
import { type Refused, refusedBy } from './refused'
import type { OrderToTake } from './take-orders'

const MAX_QUANTITY = 1_000_000

/**
 * Orders from their lines: neighbouring lines of one order id are one order, its revenue the one said,
 * else what its products come to. One bad line refuses itself only.
 */
export function orderGroups(
  records: ImportRecord[],
  reading: Reading,
): { orders: OrderToTake[]; refused: Refused[] } {
  const orders: Groups = new Map()
  const refused: Refused[] = []
  for (const record of records) {
    try {
      addRecord(orders, record, reading)
    } catch (error) {
      refused.push(refusedBy(error, record))
    }
  }
  return { orders: [...orders.values()].map(({ order }) => order), refused }
}

/** Orders by their ids, each with the row its neighbouring lines begin at. */
type Groups = Map<string, { order: OrderToTake; firstRow: number }>

function addRecord(orders: Groups, record: ImportRecord, reading: Reading) {
  const { row, cells, problem, lineOfOrder } = record
  if (problem) throw new CellError(problem, null, '')
  if (lineOfOrder > MAX_ORDER_LINES)
    throw new CellError('too-many-lines', 'orderId', cells.get('orderId') ?? '')
  const order = readOrderRecord(row, cells, reading)
  const known = orders.get(order.orderId)
  const firstRow = row - lineOfOrder + 1
  if (!known) orders.set(order.orderId, { order, firstRow })
  else if (known.firstRow === firstRow) joinLine(known.order, order, cells)
  else if (reading.onDuplicate === 'skip')
    throw new CellError('repeated-order', 'orderId', order.orderId)
  else {
    const rows = [...known.order.rows, ...order.rows]
    orders.set(order.orderId, { order: { ...order, rows }, firstRow })
  }
}

/** A further line of an order says the same of the order, and names one more product. */
function joinLine(known: OrderToTake, line: OrderToTake, cells: Cells) {
  const field = cells.has('revenue') && line.saidCents !== known.saidCents ? 'revenue' : null
  const currency = line.currency !== known.currency ? 'currency' : null
  const person = line.externalId !== known.externalId || line.email !== known.email
  const differs = field ?? currency ?? (person ? 'externalId' : null)
  if (differs) throw new CellError('order-differs', differs, cells.get(differs) ?? '')
  known.rows.push(...line.rows)
  known.lines.push(...line.lines)
  known.coupons = [...new Set([...known.coupons, ...line.coupons])]
  if (cells.has('revenue')) return
  known.saidCents += line.saidCents
  known.revenueCents += line.revenueCents
}

function readOrderRecord(row: number, cells: Cells, reading: Reading): OrderToTake {
  const orderId = requiredCell(cells, 'orderId').slice(0, 255)
  const at = pastCell(cells, 'at', reading)
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
    ...moneyOf(cells, sum, reading),
    coupons: coupon ? [coupon.toUpperCase()] : [],
    lines,
  }
}

function moneyOf(cells: Cells, sum: number, { rates }: Reading) {
  const currency = currencyIn(cells)
  const saidCents = centsCell(cells, 'revenue') ?? sum
  const saidRefundedCents = centsCell(cells, 'refunded') ?? 0
  if (saidRefundedCents > saidCents)
    throw new CellError('refund-too-large', 'refunded', cells.get('refunded') ?? '')
  const revenueCents = ownCents(rates, saidCents, currency)
  const refundedCents = ownCents(rates, saidRefundedCents, currency)
  if (revenueCents === null || refundedCents === null)
    throw new CellError('unknown-currency', 'currency', currency ?? '')
  return { currency, saidCents, saidRefundedCents, revenueCents, refundedCents }
}

function currencyIn(cells: Cells): string | null {
  const said = cells.get('currency')
  const currency = currencyOf(said)
  if (said !== undefined && !currency) throw new CellError('invalid-value', 'currency', said)
  return currency
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
  const quantity = Math.floor(numberCell(cells, 'quantity') ?? 1)
  if (quantity < 1 || quantity > MAX_QUANTITY)
    throw new CellError('invalid-value', 'quantity', cells.get('quantity') ?? '')
  return [{ productId, title, quantity, priceCents: centsCell(cells, 'price') }]
}
