import type { Signal } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'

/** What a trigger may look back at: the events of a name, the carts, the last signs of life of one contact. */
export interface Occasion {
  id: string
  at: Date
  properties: Record<string, unknown>
}

/** More of one name are not looked through for the one that a trigger means. */
const MOST = 200

/** The events of a name of one contact up to an instant, the latest first. */
export const eventsNamed = (
  { sql, workspaceId }: Tx,
  contactId: string,
  { name, until }: { name: string; until: Date },
): Promise<Occasion[]> => sql<Occasion[]>`
  select id, at, properties from events
  where workspace_id = ${workspaceId} and contact_id = ${contactId} and name = ${name} and at <= ${until}
  order by at desc, id desc limit ${MOST}`

/** The open cart that was touched last, with what it holds; undefined where there is none. */
export async function lastCart(
  { sql, workspaceId }: Tx,
  contactId: string,
): Promise<{ cartId: string; round: number; at: Date } | undefined> {
  const [cart] = await sql<{ cartId: string; round: number; at: Date }[]>`
    select cart_id as "cartId", round, last_activity_at as at from carts
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and state = 'open' and lines_count > 0
    order by last_activity_at desc limit 1`
  return cart
}

/** When a contact last gave one of these signals: the latest of all, or the earliest; of one never given, when they became known. */
export async function lastSignal(
  { sql, workspaceId }: Tx,
  contactId: string,
  { signals, match }: { signals: readonly Signal[]; match: 'any' | 'all' },
): Promise<Date | undefined> {
  const [row] = await sql<(Record<Signal, Date | null> & { createdAt: Date })[]>`
    select last_visit_at as visit, last_order_at as "order", last_open_at as open, last_click_at as click,
      created_at as "createdAt"
    from contact_state where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  if (!row) return undefined
  const instants = signals.map((signal) => (row[signal] ?? row.createdAt).getTime())
  return new Date(match === 'any' ? Math.min(...instants) : Math.max(...instants))
}
