import { parseInstant } from '@relance/core/time/parse-instant'
import type { OrderToTake } from './take-orders'

const BATCH_ROWS = 2000

export interface CdnowBatch {
  kind: 'cdnow'
  rows: number
  orders: OrderToTake[]
  unreadable: number[]
}

interface Purchase {
  row: number
  customer: string
  /** YYYYMMDD */
  day: string
  cds: number
  cents: number
}

/**
 * The CDNOW data set: fixed columns customer, date, number of CDs, dollars. Lines of one customer on one day
 * are one order, at midnight in the workspace's zone. Read whole (2 MB) and cut between customers.
 */
export async function* readCdnow(
  text: AsyncIterable<string>,
  timeZone: string,
): AsyncGenerator<CdnowBatch> {
  const { purchases, unreadable } = await readPurchases(text)
  const midnight = midnights(timeZone)
  let batch: Purchase[] = []
  let unread = unreadable
  for (const ofCustomer of byCustomer(purchases)) {
    batch.push(...ofCustomer)
    if (batch.length < BATCH_ROWS) continue
    yield {
      kind: 'cdnow',
      rows: batch.length + unread.length,
      orders: ordersOf(batch, midnight),
      unreadable: unread,
    }
    batch = []
    unread = []
  }
  const rows = batch.length + unread.length
  if (rows > 0) yield { kind: 'cdnow', rows, orders: ordersOf(batch, midnight), unreadable: unread }
}

async function readPurchases(text: AsyncIterable<string>) {
  let whole = ''
  for await (const piece of text) whole += piece
  const lines = whole.split('\n').filter((line) => line.trim() !== '')
  const body = /customer/i.test(lines[0] ?? '') ? lines.slice(1) : lines
  const purchases: Purchase[] = []
  const unreadable: number[] = []
  for (const [index, line] of body.entries()) {
    const [, customer, day, cds, dollars] =
      /^\s*(\d+)\s+(\d{8})\s+(\d+)\s+(\d+(?:\.\d+)?)\s*$/.exec(line) ?? []
    if (customer && day && cds && dollars) {
      purchases.push({
        row: index + 1,
        customer,
        day,
        cds: Number(cds),
        cents: Math.round(Number(`${dollars}e2`)),
      })
    } else unreadable.push(index + 1)
  }
  return { purchases, unreadable }
}

function byCustomer(purchases: Purchase[]): Purchase[][] {
  const groups = new Map<string, Purchase[]>()
  for (const purchase of purchases) {
    const group = groups.get(purchase.customer)
    if (group) group.push(purchase)
    else groups.set(purchase.customer, [purchase])
  }
  return [...groups.values()]
}

function ordersOf(purchases: Purchase[], midnight: (day: string) => Date | null): OrderToTake[] {
  const orders = new Map<string, OrderToTake>()
  for (const { row, customer, day, cds, cents } of purchases) {
    const at = midnight(day)
    if (!at) continue
    const orderId = `cdnow-${customer}-${day}`
    const order = orders.get(orderId)
    if (order) {
      order.rows.push(row)
      order.revenueCents += cents
      order.saidCents += cents
      order.lines[0] = cdLine((order.lines[0]?.quantity ?? 0) + cds)
    } else {
      const person = { externalId: customer, email: null }
      orders.set(orderId, {
        orderId,
        rows: [row],
        ...person,
        at,
        revenueCents: cents,
        saidCents: cents,
        refundedCents: 0,
        saidRefundedCents: 0,
        // The file names none: the amounts count in the workspace's own.
        currency: null,
        coupons: [],
        lines: [cdLine(cds)],
      })
    }
  }
  return [...orders.values()]
}

const cdLine = (quantity: number) => ({ productId: null, title: 'CD', quantity, priceCents: null })

/** Some five hundred days, each asked a hundred times over. */
function midnights(timeZone: string) {
  const known = new Map<string, Date | null>()
  return (day: string) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const at = parseInstant(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, timeZone)
    known.set(day, at)
    return at
  }
}
