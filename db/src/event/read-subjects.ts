import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'
import type { IncomingEvent } from './incoming-event'
import { type KnownSubjects, type SubjectKind, subjectKey, subjectsOf } from './resolve-subjects'

/** What ingest must know before it decides anything: the clock, whom the names stand for, what came before. */
export interface IngestView {
  clock: { kind: 'real' | 'test'; now: Date }
  /** Machine time. */
  receivedAt: Date
  known: KnownSubjects
  /** Message ids that were taken already. */
  taken: Set<string>
}

interface Row {
  kind: 'real' | 'test'
  now: Date
  receivedAt: Date
  known: [
    kind: SubjectKind,
    value: string,
    contactId: string,
    externalId: string | null,
    email: string | null,
  ][]
  taken: string[]
}

/** Reads, in one statement, everything a batch of events is resolved by. */
export async function readSubjects(tx: Tx, events: IncomingEvent[]): Promise<IngestView> {
  const names = JSON.stringify(events.flatMap(subjectsOf))
  const [row] = await tx.sql<Row[]>`
    with names as materialized (
      -- The id as what it is, and a case for a coalesce: under row-level security neither a cast nor a coalesce chooses an
      -- index, and each open of a mail read every contact.
      select distinct kind, value, case kind when 'contact' then value::uuid end as id
      from json_to_recordset(${names}::json) as n(kind text, value text)),
    known as (
      select n.kind, n.value, c.id, c.external_id, c.email_normal
      from names n
      join identities i on i.workspace_id = ${tx.workspaceId} and i.kind = n.kind and i.value = n.value
      join contacts c on c.workspace_id = i.workspace_id and c.id = i.contact_id
      union all
      select n.kind, n.value, c.id, c.external_id, c.email_normal
      from names n
      join contacts g on n.kind = 'contact' and g.workspace_id = ${tx.workspaceId} and g.id = n.id
      join contacts c on c.workspace_id = g.workspace_id
        and c.id = case when g.merged_into is null then g.id else g.merged_into end
      where c.erased_at is null
    )
    select clock_kind as kind, workspace_now(id) as now, clock_timestamp() as "receivedAt",
      (select coalesce(json_agg(json_build_array(k.kind, k.value, k.id, k.external_id, k.email_normal)), '[]') from known k) as known,
      (select coalesce(json_agg(message_id), '[]') from event_keys
        where workspace_id = ${tx.workspaceId} and message_id = any(${events.map((event) => event.messageId)}::text[])) as taken
    from workspaces where id = ${tx.workspaceId}`
  if (!row) throw new AppError('not-found', 'This workspace does not exist.')
  const known: KnownSubjects = new Map(
    row.known.map(([kind, value, contactId, externalId, emailNormal]) => [
      subjectKey(kind, value),
      { contactId, externalId, emailNormal },
    ]),
  )
  return {
    clock: { kind: row.kind, now: row.now },
    receivedAt: row.receivedAt,
    known,
    taken: new Set(row.taken),
  }
}

/** Keeps others from deciding over the same names until this transaction ends. Locks in one order. */
export const lockSubjects = async (tx: Tx, events: IncomingEvent[]): Promise<void> =>
  void (await tx.sql`
    select pg_advisory_xact_lock(hashtextextended(${tx.workspaceId} || name, 0)) from (
      select distinct name from unnest(${events.flatMap(subjectsOf).map(({ kind, value }) => `${kind}:${value}`)}::text[]) as n(name)
      order by name) sorted`)
