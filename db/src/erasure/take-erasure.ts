import { getClock } from '../clock/workspace-clock'
import { shareWorkspace } from '../clock/workspace-lock'
import type { Tx } from '../connection/scope'
import { cutLoose } from './cut-loose'
import { forget } from './forget'

/**
 * Carries out one erasure that nothing holds up any more: a mail that is being handed over is waited for.
 * @returns how many were carried out, 0 or 1
 */
export async function takeErasure(tx: Tx): Promise<number> {
  const { sql, workspaceId } = tx
  await shareWorkspace(tx)
  const [wanted] = await sql<{ contactId: string }[]>`
    select x.contact_id as "contactId" from erasures x
    where x.workspace_id = ${workspaceId} and x.erased_at is null and not exists (
      select 1 from messages m where m.workspace_id = x.workspace_id and m.contact_id = x.contact_id and m.state = 'sending')
    order by x.asked_at limit 1 for update skip locked`
  if (!wanted) return 0
  const { contactId } = wanted
  const { now } = await getClock(tx)
  const locked = await sql<{ id: string }[]>`
    select id from contacts where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})
    order by id for update`
  // Whatever came back to the queue since it was asked for.
  await cutLoose(tx, contactId, now)
  const [sending] = await sql`
    select 1 from messages where workspace_id = ${workspaceId} and contact_id = ${contactId} and state = 'sending' limit 1`
  if (sending) return 0
  await forget(
    tx,
    locked.map(({ id }) => id),
  )
  await sql`
    update contacts set erased_at = ${now} where workspace_id = ${workspaceId} and id = any(${locked.map(({ id }) => id)}::uuid[])`
  await sql`
    update erasures set erased_at = ${now} where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  return 1
}
