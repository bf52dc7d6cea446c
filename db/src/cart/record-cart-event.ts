import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'
import { centsOf, currencyOf } from '../order/money'
import { type CartEventName, changeLines } from './change-lines'
import { idOf, type Line, readLines, sumLines } from './read-lines'

export const DEFAULT_CART = 'default'

interface CartRow {
  lines: Line[]
  valueCents: number
  currency: string | null
  recoveryUrl: string | null
  state: 'open' | 'ordered' | 'emptied'
  lastActivityAt: Date
  round: number
}

/**
 * Brings a cart up to date: lines, value, last activity. An ordered cart touched again is a new round of it;
 * what arrives late about a cart already ordered changes nothing. The caller holds the contact.
 * @returns `field:cart.lines`, `field:cart.value` where they changed
 */
export async function recordCartEvent(
  tx: Tx,
  contactId: string,
  event: StoredEvent,
  name: CartEventName,
): Promise<string[]> {
  const { properties, at } = event
  const cartId = idOf(properties.cart_id ?? properties.cartId) ?? DEFAULT_CART
  const before = await readCart(tx, contactId, cartId)
  if (before?.state === 'ordered' && at <= before.lastActivityAt) return []
  const isNewRound = before?.state === 'ordered'
  const former = isNewRound ? [] : (before?.lines ?? [])
  const isLate = before !== undefined && at < before.lastActivityAt
  // A late picture of the whole cart is out of date; a late addition is still an addition.
  const lines =
    isLate && readLines(properties) ? former : (changeLines(name, former, properties) ?? former)
  const valueCents = isLate
    ? lines === former
      ? (before?.valueCents ?? 0)
      : sumLines(lines)
    : cartValue(lines, properties)
  await writeCart(tx, contactId, cartId, {
    lines,
    valueCents,
    currency: currencyOf(properties.currency) ?? before?.currency ?? null,
    recoveryUrl:
      idOf(properties.recovery_url ?? properties.cart_url) ?? before?.recoveryUrl ?? null,
    state: lines.length === 0 ? 'emptied' : 'open',
    lastActivityAt: isLate ? before.lastActivityAt : at,
    round: (before?.round ?? 1) + (isNewRound ? 1 : 0),
  })
  const keys = ['field:cart.lines', 'field:cart.value', 'field:cart.valueCents']
  return keys.filter((key) =>
    key === 'field:cart.lines' ? !isSame(former, lines) : valueCents !== before?.valueCents,
  )
}

const isSame = (one: Line[], other: Line[]) => JSON.stringify(one) === JSON.stringify(other)

/** The value said for the whole cart; else what the lines come to; else the value said for one product. */
function cartValue(lines: Line[], properties: Record<string, unknown>): number {
  const said = centsOf(properties.value)
  if (lines.length === 0) return 0
  return (readLines(properties) ? said : null) ?? (sumLines(lines) || (said ?? 0))
}

async function readCart(tx: Tx, contactId: string, cartId: string): Promise<CartRow | undefined> {
  const [cart] = await tx.sql<CartRow[]>`
    select lines, value_cents as "valueCents", currency, recovery_url as "recoveryUrl", state,
      last_activity_at as "lastActivityAt", round
    from carts where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} and cart_id = ${cartId}`
  return cart
}

const writeCart = (tx: Tx, contactId: string, cartId: string, cart: CartRow) => tx.sql`
  insert into carts (workspace_id, contact_id, cart_id, lines, lines_count, value_cents, currency, recovery_url, state,
    last_activity_at, round)
  values (${tx.workspaceId}, ${contactId}, ${cartId}, ${JSON.stringify(cart.lines)}, ${cart.lines.length}, ${cart.valueCents},
    ${cart.currency}, ${cart.recoveryUrl}, ${cart.state}, ${cart.lastActivityAt}, ${cart.round})
  on conflict (workspace_id, contact_id, cart_id) do update set lines = excluded.lines, lines_count = excluded.lines_count,
    value_cents = excluded.value_cents, currency = excluded.currency, recovery_url = excluded.recovery_url,
    state = excluded.state, last_activity_at = excluded.last_activity_at, round = excluded.round`
