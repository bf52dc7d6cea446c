import { randomFrom } from '../chaos/random'

const BEGIN = Date.UTC(2024, 0, 1)
const TWO_YEARS_MS = 2 * 365 * 86_400_000
const PRODUCTS = 2_000

/** The row, from 0, whose amount is none. */
export const badRow = (orders: number): number => Math.floor((2 * orders) / 3)

/**
 * So many orders in a shop's usual export, of a third as many customers, in no order of time; always the same. One of
 * them, two thirds down, has an amount that is none.
 */
export function* ordersFile(orders: number): Generator<Buffer> {
  const random = randomFrom(1998)
  const customers = Math.max(1, Math.floor(orders / 3))
  let piece = 'order_id;customer_id;email;date;total;product_id;quantity;price\n'
  for (let n = 0; n < orders; n++) {
    const customer = Math.floor(random() * customers)
    const at = new Date(BEGIN + Math.floor(random() * TWO_YEARS_MS)).toISOString()
    const price = (5 + random() * 95).toFixed(2).replace('.', ',')
    const total = n === badRow(orders) ? 'free' : price
    piece += `o-${n};c-${customer};c-${customer}@customers.example;${at};${total};p-${Math.floor(random() * PRODUCTS)};1;${price}\n`
    if (piece.length < 262_144) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
