import { AppError } from '@relance/core/error/app-error'
import { batched } from '../connection/batched'
import type { ContactFacts } from './contact-facts'

type Row = Omit<ContactFacts, 'lastAt'> & {
  visit: Date | null
  order: Date | null
  open: Date | null
  click: Date | null
}

/**
 * A contact as a burst needs it. A click in a mail is a visit too: it leads to the site, whether
 * or not the page that follows is recognised.
 * @throws AppError not-found
 */
export const loadContact = batched<string, ContactFacts>(async (tx, contactIds) => {
  const rows = await tx.sql<Row[]>`
    select c.id, c.external_id as "externalId", c.email, c.first_name as "firstName", c.last_name as "lastName", c.locale,
      c.time_zone as "timeZone", c.traits, c.created_at as "createdAt", greatest(s.last_visit_at, s.last_click_at) as visit,
      s.last_order_at as "order", s.last_open_at as open, s.last_click_at as click
    from contacts c left join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
    where c.workspace_id = ${tx.workspaceId} and c.id = any(${contactIds}::uuid[])`
  const byId = new Map(
    rows.map(({ visit, order, open, click, ...facts }) => [
      facts.id,
      { ...facts, lastAt: { visit, order, open, click } },
    ]),
  )
  return contactIds.map(
    (id) => byId.get(id) ?? new AppError('not-found', 'This customer does not exist.'),
  )
})
