import type { Tx } from '../connection/scope'
import { suppress } from '../contact/suppress'
import { watchImport } from '../sending-limit/import-sends'
import { pauseSending } from '../sending-limit/pauses'
import { noteTrouble } from '../trouble/note-trouble'

export interface Bounce {
  messageId: string
  class: 'hard' | 'soft' | 'blocked'
  /** The most precise status there is, such as `5.1.1`. */
  code: string
  /** Where it was sent; left out: as the message says. */
  address?: string
  now: Date
}

/** So many messages in so long that came back soft, and nothing that arrived: nobody empties that mailbox. */
const SOFT_LIMIT = 5
const SOFT_WINDOW = '30 days'

/**
 * Notes that a message was refused, and what follows for its address: a hard bounce suppresses it, so does the fifth
 * soft one in 30 days with no message after it that stayed; one that blocks us alerts and suppresses nothing;
 * where it is about policy or security, marketing to that domain pauses. Hard ones of an import's first mails pause it.
 * @returns false where that was known, or worse: then nothing changes
 */
export async function recordBounce(tx: Tx, bounce: Bounce): Promise<boolean> {
  const { now, code } = bounce
  const [message] = await tx.sql<{ contactId: string; address: string | null }[]>`
    update messages set bounce_class = ${bounce.class}, bounced_at = ${now},
      address = coalesce(address, ${bounce.address ?? null})
    where workspace_id = ${tx.workspaceId} and id = ${bounce.messageId}
      and (bounce_class is null or bounce_class <> 'hard' and bounce_class <> ${bounce.class})
    returning contact_id as "contactId", address`
  if (!message) return false
  const { contactId, address } = message
  // Whoever was erased in between has no address any more.
  if (address === null) return true
  if (bounce.class === 'blocked') await blocked(tx, address, code, now)
  if (bounce.class === 'hard')
    await suppress(tx, { channel: 'email', address, reason: 'hard-bounce', now })
  if (bounce.class === 'hard')
    await watchImport(tx, { messageId: bounce.messageId, contactId, now })
  if (bounce.class === 'soft' && (await softBounces(tx, contactId, address, now)) >= SOFT_LIMIT)
    await suppress(tx, { channel: 'email', address, reason: 'soft', now })
  return true
}

/** Messages to the address that came back soft since the last one that stayed. */
async function softBounces(tx: Tx, contactId: string, address: string, now: Date): Promise<number> {
  const [row] = await tx.sql<{ soft: number }[]>`
    with lately as materialized (
      select bounce_class, greatest(sent_at, queued_at) as at from messages
      where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} and channel = 'email'
        and queued_at > ${now}::timestamptz - ${SOFT_WINDOW}::interval
        and address = ${address} and (state = 'sent' or bounce_class is not null)
    )
    select count(*)::int as soft from lately
    where bounce_class = 'soft'
      and at > coalesce((select max(at) from lately where bounce_class is null), '-infinity')`
  return row?.soft ?? 0
}

/** So long nothing but service mails goes to a domain that has refused us: a choice of ours. */
const BLOCK_PAUSE_MS = 4 * 3_600_000

/**
 * People must know that a provider does not want our mail: the status page says so, by the provider. Where it is about
 * policy or security (5.7.x), going on would make it worse.
 */
async function blocked(tx: Tx, address: string, code: string, now: Date): Promise<void> {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? ''
  await noteTrouble(tx, { queue: 'blocked', subject: domain, error: code })
  if (!code.startsWith('5.7.')) return
  const until = new Date(now.getTime() + BLOCK_PAUSE_MS)
  await pauseSending(tx, { kind: 'domain', subject: domain, facts: { code }, since: now, until })
}
