import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type ContactRfm, rfmJson } from '../score/rfm-of-contact'
import { normalEmail } from './write-profile'

export interface ContactItem {
  id: string
  externalId: string | null
  email: string | null
  phone: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  timeZone: string | null
  createdAt: Date
  lastVisitAt: Date | null
  lastOrderAt: Date | null
  ordersCount: number
  revenueCents: number
  rfm: ContactRfm | null
}

export interface ContactSearch {
  externalId?: string
  email?: string
  /** A beginning of the customer number, email, first or last name. */
  search?: string
  /** Only those who are in this segment now. */
  segmentId?: string
  cursor?: string | null
  limit?: number
}

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 500

/** Contacts, newest first; by customer number or email exactly, or by the beginning of a name. */
export const findContacts = (
  scope: Scope | Tx,
  wanted: ContactSearch,
): Promise<{ items: ContactItem[]; next: string | null }> =>
  inTransaction(scope, async (tx) => {
    const limit = Math.min(wanted.limit ?? DEFAULT_LIMIT, MAX_LIMIT)
    const items = await readItems(tx, wanted, limit)
    return { items: [...items], next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
  })

/** What a list shows of a contact `c` with its state `s`. */
const contactColumns = (tx: Tx) => tx.sql`
  c.id, c.external_id as "externalId", c.email, c.phone, c.first_name as "firstName", c.last_name as "lastName",
  c.locale, c.time_zone as "timeZone", c.created_at as "createdAt", s.last_visit_at as "lastVisitAt",
  s.last_order_at as "lastOrderAt", s.orders_count as "ordersCount", s.revenue_cents as "revenueCents",
  ${rfmJson(tx)} as rfm`

/** The contacts of these ids, in the order of the ids. */
export const contactsById = async (tx: Tx, contactIds: string[]): Promise<ContactItem[]> => {
  const items = await tx.sql<ContactItem[]>`
    select ${contactColumns(tx)} from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
    where c.workspace_id = ${tx.workspaceId} and c.id = any(${contactIds}::uuid[]) order by c.id`
  return [...items]
}

/** What LIKE must take literally. */
const beginning = (text: string) =>
  `${text
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`

function readItems(
  tx: Tx,
  { externalId, email, search, segmentId, cursor }: ContactSearch,
  limit: number,
) {
  const { sql, workspaceId } = tx
  const text = search?.trim() ? beginning(search) : null
  return sql<ContactItem[]>`
    select ${contactColumns(tx)} from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.merged_into is null
      ${
        externalId === undefined
          ? sql``
          : sql`and c.id = (
        select contact_id from identities where workspace_id = ${workspaceId} and kind = 'external' and value = ${externalId})`
      }
      ${email === undefined ? sql`` : sql`and c.email_normal = ${normalEmail(email) ?? ''}`}
      ${
        text === null
          ? sql``
          : sql`and (lower(c.external_id) like ${text} or c.email_normal like ${text}
        or lower(c.first_name) like ${text} or lower(c.last_name) like ${text}
        or lower(concat_ws(' ', c.first_name, c.last_name)) like ${text})`
      }
      ${
        segmentId === undefined
          ? sql``
          : sql`and exists (select 1 from segment_members m
        where m.workspace_id = ${workspaceId} and m.segment_id = ${segmentId} and m.contact_id = c.id)`
      }
      ${
        cursor
          ? sql`and (c.created_at, c.id) < (select g.created_at, g.id from contacts g
        where g.workspace_id = ${workspaceId} and g.id = ${cursor})`
          : sql``
      }
    order by c.created_at desc, c.id desc limit ${limit}`
}
