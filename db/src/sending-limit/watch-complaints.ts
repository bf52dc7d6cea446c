import type { Tx } from '../connection/scope'
import { noteTrouble } from '../trouble/note-trouble'
import { pauseSending } from './pauses'

/** Complaints are counted over this long. */
const WINDOW = '7 days'
/** Shares of what was delivered. Mailbox providers ask senders to stay below the first, and punish above the second. */
const ALERT_FROM = 0.001
const PAUSE_FROM = 0.003
/** One or two complaints of a small shop are a share that says nothing. */
const PAUSE_FROM_COMPLAINTS = 3

/**
 * After a complaint: people are told from 0.1 % of what was delivered in seven days, and marketing is paused from 0.3 %,
 * of three complaints at least. What came before somebody lifted a pause counts no more.
 * @param source where events come from that are believed
 */
export async function watchComplaints(tx: Tx, source: string, now: Date): Promise<void> {
  const [row] = await tx.sql<{ complaints: number; delivered: number }[]>`
    with lately as materialized (
      select greatest(${now}::timestamptz - ${WINDOW}::interval, (select lifted_at from sending_pauses
        where workspace_id = ${tx.workspaceId} and kind = 'marketing' and subject = '')) as since
    )
    select (select count(*)::int from events e, lately where e.workspace_id = ${tx.workspaceId}
        and e.name = 'Email Marked as Spam' and e.source = ${source} and e.at > since and e.at <= ${now}) as complaints,
      (select count(*)::int from messages m, lately where m.workspace_id = ${tx.workspaceId}
        and m.sent_at > since and m.sent_at <= ${now} and m.bounce_class is null) as delivered`
  const { complaints = 0, delivered = 0 } = row ?? {}
  const share = complaints / Math.max(delivered, 1)
  if (share < ALERT_FROM) return
  await noteTrouble(tx, { queue: 'complaints', error: `${complaints} / ${delivered}` })
  if (share < PAUSE_FROM || complaints < PAUSE_FROM_COMPLAINTS) return
  const facts = { complaints, delivered }
  await pauseSending(tx, { kind: 'marketing', subject: '', facts, since: now, until: null })
}
