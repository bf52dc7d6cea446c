import type { StoredEvent } from '@relance/core/event/event'
import { readLines, sumLines } from '../cart/read-lines'
import type { Tx } from '../connection/scope'
import { readState, recountOrders, stateKeys } from '../contact/contact-state'
import { centsOf } from './money'
import { orderIdOf } from './read-order'

/**
 * Records a refund, whole or in part, of an order; one that arrives before its order counts when that comes.
 * The caller holds the contact.
 * @returns the fields that changed
 */
export async function recordRefund(
  tx: Tx,
  contactId: string,
  event: StoredEvent,
): Promise<string[]> {
  const orderId = orderIdOf(event.properties)
  if (!orderId) return []
  const before = await readState(tx, contactId)
  await refundedSoFar(tx, contactId, orderId, event.id)
  const [after] = await recountOrders(tx, [contactId])
  return stateKeys(before, after)
}

/** Sets what was refunded of an order, from all refunds applied up to the event being applied. */
export async function refundedSoFar(
  tx: Tx,
  contactId: string,
  orderId: string,
  applyingId: string,
): Promise<void> {
  const refunds = await tx.sql<{ properties: Record<string, unknown> }[]>`
    select e.properties from events e
    where e.workspace_id = ${tx.workspaceId} and e.contact_id = ${contactId} and e.name = 'Order Refunded'
      and coalesce(e.properties ->> 'order_id', e.properties ->> 'orderId') = ${orderId}
      and (e.id = ${applyingId} or not exists (
        select 1 from event_queue q
        where q.workspace_id = e.workspace_id and q.contact_id = e.contact_id and q.event_id = e.id))`
  if (refunds.length === 0) return
  const amounts = refunds.map(({ properties }) => amountOf(properties))
  const isWhole = amounts.includes(null)
  const sum = amounts.reduce((total: number, amount) => total + (amount ?? 0), 0)
  await tx.sql`
    update orders set said_refunded_cents = case when ${isWhole} then coalesce(said_cents, revenue_cents) else ${sum}::bigint end,
      refunded_cents = case when ${isWhole} then revenue_cents
        else least(revenue_cents, own_cents(workspace_id, ${sum}::bigint, currency)) end
    where workspace_id = ${tx.workspaceId} and order_id = ${orderId} and contact_id = ${contactId}`
}

/** In cents; null where no amount is said: all of it. */
function amountOf(properties: Record<string, unknown>): number | null {
  const said = centsOf(properties.total) ?? centsOf(properties.revenue) ?? centsOf(properties.value)
  const lines = readLines(properties)
  return said !== null ? Math.abs(said) : lines && sumLines(lines) > 0 ? sumLines(lines) : null
}
