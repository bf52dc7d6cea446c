import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { noteTrouble } from '../trouble/note-trouble'
import { pauseSending } from './pauses'

/** By so many of its first mails an import is judged, and paused when more than this share of them came back for good. */
const FIRST = 500
const PAUSE_ABOVE = 0.02
/** One or two of a short list are a share that says nothing. */
const PAUSE_FROM_BOUNCES = 3

/** A mail to somebody. */
export interface ImportSend {
  messageId: string
  contactId: string
}

/** Counts a mail that has left among the first of the import that made its contact known; any other changes nothing. */
export const countImportSend = batched<ImportSend, void>(async (tx, sends) => {
  await tx.sql`
    with sent as (
      select s.message_id, p.import_id, row_number() over (partition by p.import_id order by s.message_id) as n
      from unnest(${sends.map(({ messageId }) => messageId)}::uuid[],
        ${sends.map(({ contactId }) => contactId)}::uuid[]) as s(message_id, contact_id)
      join import_people p on p.workspace_id = ${tx.workspaceId} and p.contact_id = s.contact_id
    )
    insert into import_sends (workspace_id, import_id, message_id)
    select ${tx.workspaceId}, s.import_id, s.message_id from sent s
    where s.n + (select count(*) from import_sends i
      where i.workspace_id = ${tx.workspaceId} and i.import_id = s.import_id) <= ${FIRST}
    order by s.import_id, s.message_id on conflict do nothing`
  return sends.map(() => undefined)
})

/** The import that made each contact known; null: none did. */
export const importOfContact = batched<string, string | null>(async (tx, contactIds) => {
  const rows = await tx.sql<{ contactId: string; importId: string }[]>`
    select contact_id as "contactId", import_id as "importId" from import_people
    where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])`
  const importOf = new Map(rows.map(({ contactId, importId }) => [contactId, importId]))
  return contactIds.map((id) => importOf.get(id) ?? null)
})

/**
 * A mail came back for good: where it is among the first 500 of an import, and more than 2 % of those did (of all its
 * people, where they are fewer), marketing to that import pauses until somebody says that it may go on. What came
 * before somebody said so counts no more.
 */
export async function watchImport(tx: Tx, { now, ...send }: ImportSend & { now: Date }) {
  const { sql, workspaceId } = tx
  await countImportSend(tx, send)
  const [noted] = await sql<{ importId: string }[]>`
    update import_sends set hard_at = ${now} where workspace_id = ${workspaceId} and message_id = ${send.messageId}
    returning import_id as "importId"`
  if (!noted) return
  const subject = noted.importId
  const [row] = await sql<{ hard: number; sends: number; people: number }[]>`
    select count(*)::int as sends, count(*) filter (where hard_at > coalesce((
        select lifted_at from sending_pauses
        where workspace_id = ${workspaceId} and kind = 'import' and subject = ${subject}), '-infinity'))::int as hard,
      (select count(*)::int from (select 1 from import_people
        where workspace_id = ${workspaceId} and import_id = ${subject} limit ${FIRST}) p) as people
    from import_sends where workspace_id = ${workspaceId} and import_id = ${subject}`
  const { hard = 0, sends = 0, people = 0 } = row ?? {}
  if (hard < PAUSE_FROM_BOUNCES || hard <= PAUSE_ABOVE * people) return
  const facts = { hard, sends }
  await pauseSending(tx, { kind: 'import', subject, facts, since: now, until: null })
  await noteTrouble(tx, { queue: 'bounces', subject, error: `${hard} / ${sends}` })
}
