import { type Line, quantityOf, readLine, readLines } from './read-lines'

export const cartEvents = [
  'Product Added',
  'Product Removed',
  'Cart Viewed',
  'Checkout Started',
] as const
export type CartEventName = (typeof cartEvents)[number]

export const isCartEvent = (name: string): name is CartEventName =>
  cartEvents.some((known) => known === name)

/**
 * The lines of a cart after an event. `products` is the whole cart where it is given;
 * else an added or removed product changes its line. Undefined: the event says nothing of the lines.
 */
export function changeLines(
  name: CartEventName,
  lines: Line[],
  properties: Record<string, unknown>,
): Line[] | undefined {
  const whole = readLines(properties)
  if (whole) return whole
  if (name === 'Product Added') return addLine(lines, readLine(properties))
  if (name === 'Product Removed')
    return removeLine(lines, readLine(properties), quantityOf(properties.quantity))
  return undefined
}

const isSame = (one: Line, other: Line) =>
  one.productId !== null || other.productId !== null
    ? one.productId === other.productId
    : one.title === other.title

function addLine(lines: Line[], added: Line): Line[] {
  if (!lines.some((line) => isSame(line, added))) return [...lines, added]
  return lines.map((line) =>
    isSame(line, added)
      ? { ...line, ...withoutNulls(added), quantity: line.quantity + added.quantity }
      : line,
  )
}

/** No quantity said: the whole line goes. */
function removeLine(lines: Line[], removed: Line, quantity: number | null): Line[] {
  const left = (line: Line) =>
    isSame(line, removed) ? line.quantity - (quantity ?? line.quantity) : line.quantity
  return lines
    .map((line) => ({ ...line, quantity: left(line) }))
    .filter((line) => line.quantity > 0)
}

const withoutNulls = (line: Line): Partial<Line> =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null))
