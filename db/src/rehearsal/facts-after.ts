import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'
import { eventColumns } from '../event/queued-event'

/** Something known of a contact, at its instant: an event, a choice on a channel, an address struck off. */
export type Fact =
  | { kind: 'event'; at: Date; event: StoredEvent }
  | { kind: 'consent'; at: Date; channel: string; state: 'given' | 'refused'; source: string }
  | { kind: 'suppression'; at: Date; channel: string; reason: string }

/** More than this of one contact is not gone through: whoever has so many is a machine. */
const MOST = 2_000

/** What is known of a contact from `after` until `until`, in the order it happened. The latest when there is more. */
export async function factsAfter(
  { sql, workspaceId }: Tx,
  contactId: string,
  { after, until }: { after: Date; until: Date },
): Promise<Fact[]> {
  const [events, consents, suppressions] = await Promise.all([
    sql<StoredEvent[]>`
      select * from (
        select ${eventColumns(sql)} from events e
        where e.workspace_id = ${workspaceId} and e.contact_id = ${contactId} and e.at > ${after} and e.at <= ${until}
        order by e.at desc, e.id desc limit ${MOST}
      ) latest order by at, id`,
    sql<{ at: Date; channel: string; state: 'given' | 'refused'; source: string }[]>`
      select at, channel, state, source from consent_log
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and at > ${after} and at <= ${until}
        and source <> 'import'
      order by at`,
    sql<{ at: Date; channel: string; reason: string }[]>`
      select s.created_at as at, s.channel, s.reason from suppressions s join contacts c
        on c.workspace_id = s.workspace_id and s.address_hash = address_hash(c.workspace_id, c.email_normal)
      where s.workspace_id = ${workspaceId} and c.id = ${contactId} and s.channel = 'email' and s.lifted_at is null
        and s.created_at > ${after} and s.created_at <= ${until}`,
  ])
  const facts: Fact[] = [
    ...events.map((event) => ({ kind: 'event' as const, at: event.at, event })),
    ...consents.map((choice) => ({ kind: 'consent' as const, ...choice })),
    ...suppressions.map((struck) => ({ kind: 'suppression' as const, ...struck })),
  ]
  return facts.sort((one, other) => one.at.getTime() - other.at.getTime())
}
