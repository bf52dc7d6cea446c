import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'

/** What one contact brought into another, and what both were like before: all that undoing needs. */
export interface Moved {
  /** Contacts that had been joined into the one before. */
  followers: string[]
  identities: { kind: string; value: string }[]
  events: string[]
  orders: string[]
  coupons: string[]
  consentLog: string[]
  messages: string[]
  /** Of refused entries; those of runs go with their run. */
  trace: string[]
  /** Runs that moved, with the keys they had entered by. */
  enrolments: { id: string; key: string }[]
  /** The survivor's own runs, likewise: one of two equal keys was set aside. */
  ownEnrolments: { id: string; key: string }[]
  /** The survivor's profile, a row of `contacts`. */
  profile: Record<string, unknown>
  /** When the survivor was first seen, as its state had it. */
  firstSeenAt: string
  consents: { from: Record<string, unknown>[]; into: Record<string, unknown>[] }
  carts: { from: Record<string, unknown>[]; into: Record<string, unknown>[] }
  /** The survivor's carts as the merge left them. */
  cartsAfter: Record<string, unknown>[]
}

/** Notes what is about to move. The caller holds both contacts and is about to join them. @returns the merge's id */
export async function noteMerge(
  { sql, workspaceId }: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<string> {
  const id = newId()
  const rows = (table: string, contactId: string) => sql`
    (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from ${sql(table)} x
      where x.workspace_id = ${workspaceId} and x.contact_id = ${contactId})`
  const list = (table: string, column: string, more = sql``) => sql`
    (select coalesce(jsonb_agg(${sql(column)}), '[]') from ${sql(table)}
      where workspace_id = ${workspaceId} and contact_id = ${fromId} ${more})`
  const entered = (contactId: string) => sql`
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', entry_key)), '[]') from enrolments
      where workspace_id = ${workspaceId} and contact_id = ${contactId})`
  await sql`
    insert into contact_merges (workspace_id, id, from_contact_id, into_contact_id, at, moved)
    select ${workspaceId}, ${id}, ${fromId}, ${intoId}, ${now}, jsonb_build_object(
      'followers', (select coalesce(jsonb_agg(f.id), '[]') from contacts f
        where f.workspace_id = ${workspaceId} and f.merged_into = ${fromId}),
      -- A cookie is the survivor's already: the event that joins them has tied it. It came with the other's past.
      'identities', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value)), '[]') from identities
        where workspace_id = ${workspaceId} and (contact_id = ${fromId} or contact_id = ${intoId} and kind = 'anonymous'
          and value in (select e.anonymous_id from events e where e.workspace_id = ${workspaceId} and e.contact_id = ${fromId}))),
      'events', ${list('events', 'id')}, 'orders', ${list('orders', 'order_id')}, 'coupons', ${list('coupons', 'code')},
      'consentLog', ${list('consent_log', 'id')}, 'messages', ${list('messages', 'id')},
      'trace', ${list('trace', 'id', sql`and enrolment_id is null`)},
      'enrolments', ${entered(fromId)}, 'ownEnrolments', ${entered(intoId)},
      'profile', to_jsonb(c), 'firstSeenAt', s.created_at,
      'consents', jsonb_build_object('from', ${rows('consents', fromId)}, 'into', ${rows('consents', intoId)}),
      'carts', jsonb_build_object('from', ${rows('carts', fromId)}, 'into', ${rows('carts', intoId)}))
    from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = ${intoId}`
  return id
}

/** Notes what the merge has made of the survivor's carts: undoing touches those alone that nobody has touched since. */
export const noteCarts = async ({ sql, workspaceId }: Tx, mergeId: string): Promise<void> =>
  void (await sql`
    update contact_merges m set moved = moved || jsonb_build_object('cartsAfter',
      (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from carts k
        where k.workspace_id = m.workspace_id and k.contact_id = m.into_contact_id))
    where m.workspace_id = ${workspaceId} and m.id = ${mergeId}`)
