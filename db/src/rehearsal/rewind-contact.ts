import { isCartEvent } from '../cart/change-lines'
import { recordCartEvent } from '../cart/record-cart-event'
import type { Tx } from '../connection/scope'
import { recountOrders, recountVisits } from '../contact/contact-state'
import { recordOrder } from '../order/record-order'
import { factsAfter } from './facts-after'

/**
 * Makes a contact what they were at an instant, in a transaction that is rolled back: visits, orders, carts,
 * reactions, consents, suppressions and segments. What has no history stays as it is today: profile, preferences.
 * The caller holds the contact.
 */
export async function rewindContact(tx: Tx, contactId: string, at: Date): Promise<void> {
  await forgetVisits(tx, contactId, at)
  await forgetReactions(tx, contactId, at)
  // Carts first: a cart is told anew by its events and the orders that closed it.
  await forgetOrders(tx, contactId, at)
  await tellCartsAnew(tx, contactId, at)
  await forgetChoices(tx, contactId, at)
  await forgetMembership(tx, contactId, at)
}

async function forgetVisits(tx: Tx, contactId: string, at: Date): Promise<void> {
  const { sql, workspaceId } = tx
  const gone = await sql`
    delete from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId} and started_at > ${at}
    returning 1`
  await sql`
    update web_sessions set last_at = ${at}
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and last_at > ${at}`
  if (gone.length === 0) return
  await sql`
    update contact_state set visits_count = 0, last_visit_at = null, usual_visit_gap_days = null, last_section = null
    where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  await recountVisits(tx, [contactId])
}

async function forgetOrders(tx: Tx, contactId: string, at: Date): Promise<void> {
  const { sql, workspaceId } = tx
  const gone = await sql`
    delete from orders where workspace_id = ${workspaceId} and contact_id = ${contactId} and at > ${at} returning 1`
  if (gone.length === 0) return
  await sql`
    update contact_state set orders_count = 0, revenue_cents = 0, first_order_at = null, last_order_at = null,
      usual_order_gap_days = null
    where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  await recountOrders(tx, [contactId])
}

const forgetReactions = ({ sql, workspaceId }: Tx, contactId: string, at: Date) => sql`
  update contact_state s set
    last_open_at = case when s.last_open_at <= ${at} then s.last_open_at else (
      select max(e.at) from events e where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id
        and e.name = 'Email Opened' and e.at <= ${at}) end,
    last_click_at = case when s.last_click_at <= ${at} then s.last_click_at else (
      select max(e.at) from events e where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id
        and e.name = 'Email Link Clicked' and e.at <= ${at}) end
  where s.workspace_id = ${workspaceId} and s.contact_id = ${contactId}
    and (s.last_open_at > ${at} or s.last_click_at > ${at})`

/** Only where something moved a cart afterwards: one that nobody has touched since is what it was. */
async function tellCartsAnew(tx: Tx, contactId: string, at: Date): Promise<void> {
  const { sql, workspaceId } = tx
  const moved = await sql`
    delete from carts where workspace_id = ${workspaceId} and contact_id = ${contactId} and exists (
      select 1 from carts k where k.workspace_id = ${workspaceId} and k.contact_id = ${contactId}
        and k.last_activity_at > ${at})
    returning 1`
  if (moved.length === 0) return
  for (const fact of await factsAfter(tx, contactId, { after: new Date(0), until: at })) {
    if (fact.kind !== 'event') continue
    const { event } = fact
    if (isCartEvent(event.name)) await recordCartEvent(tx, contactId, event, event.name)
    else if (event.name === 'Order Completed') await recordOrder(tx, contactId, event)
  }
}

/** A choice that an import brought is older than the import: it stands. */
async function forgetChoices({ sql, workspaceId }: Tx, contactId: string, at: Date): Promise<void> {
  await sql`
    delete from consents
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and at > ${at} and source <> 'import'`
  await sql`
    insert into consents (workspace_id, contact_id, channel, state, source, wording, at)
    select distinct on (channel) workspace_id, contact_id, channel, state, source, wording, at from consent_log
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and at <= ${at}
      -- A yes that still had to be confirmed was none.
      and state in ('given', 'refused')
    order by channel, at desc
    on conflict do nothing`
  await sql`
    delete from suppressions s using contacts c
    where s.workspace_id = ${workspaceId} and c.workspace_id = s.workspace_id and c.id = ${contactId}
      and s.channel = 'email' and s.address_hash = address_hash(c.workspace_id, c.email_normal)
      and s.created_at > ${at}`
}

/** Entering and leaving are events: undone from the latest back. */
async function forgetMembership({ sql, workspaceId }: Tx, contactId: string, at: Date) {
  await sql`
    with moves as materialized (
      select distinct on (e.properties ->> 'segment_id') e.name, (e.properties ->> 'segment_id')::uuid as segment_id
      from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = ${contactId} and e.at > ${at} and e.source = 'relance'
        and e.name in ('Entered Segment', 'Left Segment')
      order by e.properties ->> 'segment_id', e.at, e.id
    ), gone as (
      delete from segment_members m using moves
      where m.workspace_id = ${workspaceId} and m.contact_id = ${contactId} and m.segment_id = moves.segment_id
        and moves.name = 'Entered Segment'
    )
    insert into segment_members (workspace_id, segment_id, contact_id, since)
    select ${workspaceId}, segment_id, ${contactId}, ${at} from moves where name = 'Left Segment'
    on conflict do nothing`
}
