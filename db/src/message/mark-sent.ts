import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { type Bodies, packContent, type Words, wordsOf } from './packed-content'

/** A message that has left, as it left. */
export interface SentMail {
  messageId: string
  claimId: string
  subject: string
  html: string
  text: string
  /** The text of its version, which the mail was made from. */
  version: Bodies
  address: string
  now: Date
}

/** Sent: the provider has taken it. What was sent is kept for good, packed against its version's words. */
export const markSent = batched<SentMail, void>(async (tx, mails) => {
  const words = new Map<string, Words>()
  const rows = mails.map(({ html, text, version, ...mail }) => {
    const own = wordsOf(version)
    words.set(own.id, own)
    const packed = packContent({ html, text }, own)
    return { ...mail, packed: `\\x${packed.toString('hex')}`, wordsId: own.id }
  })
  const missing = await tx.sql<{ id: string }[]>`
    with left_us as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r("messageId" uuid, "claimId" uuid,
        subject text, packed bytea, "wordsId" uuid, address text, now timestamptz)
    ), sent as (
      update messages m set state = 'sent', sent_at = r.now, subject = r.subject, address = r.address,
        reason = null, retry_at = null, claim_id = null
      from left_us r
      where m.workspace_id = ${tx.workspaceId} and m.id = r."messageId" and m.claim_id = r."claimId"
      returning m.id
    ), kept as (
      insert into message_contents (workspace_id, message_id, subject, packed, words_id)
      select ${tx.workspaceId}, sent.id, r.subject, r.packed, r."wordsId"
      from sent join left_us r on r."messageId" = sent.id
      on conflict do nothing
    )
    select id from unnest(${[...words.keys()]}::uuid[]) as w(id) where not exists (
      select from content_words c where c.workspace_id = ${tx.workspaceId} and c.id = w.id) order by id`
  for (const { id } of missing) await keepWords(tx, words.get(id))
  return mails.map(() => undefined)
})

/** Once for each version. Called in the order of ids, so that no two batches wait for each other. */
async function keepWords({ sql, workspaceId }: Tx, words: Words | undefined): Promise<void> {
  if (!words) return
  await sql`
    insert into content_words (workspace_id, id, words) values (${workspaceId}, ${words.id}, ${words.words})
    on conflict do nothing`
}
