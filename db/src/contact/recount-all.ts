import type { Tx } from '../connection/scope'
import { type ContactState, readState, recountOrders, recountVisits } from './contact-state'

/** Everything computed of a contact, anew from its sessions, orders and events. */
export async function recountAll(tx: Tx, contactId: string): Promise<ContactState | undefined> {
  await recountVisits(tx, [contactId])
  await recountOrders(tx, [contactId])
  await tx.sql`
    update contact_state s set
      last_open_at = (select max(at) from events e where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id
        and e.name = 'Email Opened'),
      last_click_at = (select max(at) from events e where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id
        and e.name = 'Email Link Clicked')
    where s.workspace_id = ${tx.workspaceId} and s.contact_id = ${contactId}`
  return readState(tx, contactId)
}

/** As `recountAll`, for somebody who may have less than before: nothing is left of what is no longer theirs. */
export async function recountAnew(tx: Tx, contactId: string): Promise<ContactState | undefined> {
  await tx.sql`
    update contact_state set visits_count = 0, last_visit_at = null, usual_visit_gap_days = null, orders_count = 0,
      revenue_cents = 0, first_order_at = null, last_order_at = null, usual_order_gap_days = null
    where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}`
  return recountAll(tx, contactId)
}
