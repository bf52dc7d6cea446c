import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { shareWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { survivorOf } from '../contact/survivor-of'
import { cutLoose } from './cut-loose'

/** How far an erasure has come: asked for, then done. */
export interface Erasure {
  contactId: string
  askedAt: Date
  erasedAt: Date | null
}

/**
 * Has somebody forgotten. At once: their runs end, nothing is sent to them any more, their addresses are barred and
 * their names are free, so that what comes under them belongs to somebody new. The rest goes once the mail that may
 * be on its way is out. Asked again it answers how far it has come.
 * @throws AppError not-found
 */
export const askErasure = (scope: Scope | Tx, contactId: string): Promise<Erasure> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    await shareWorkspace(tx)
    const { now } = await getClock(tx)
    const survivorId = await survivorOf(tx, contactId)
    const [contact] = await sql`
      select id from contacts where workspace_id = ${workspaceId} and id = ${survivorId} for update`
    if (!contact) throw new AppError('not-found', 'This customer does not exist.')
    await sql`
      insert into erasures (workspace_id, contact_id, asked_at, asked_by)
      values (${workspaceId}, ${survivorId}, ${now}, ${tx.actor ?? null}) on conflict do nothing`
    const [erasure] = await sql<Erasure[]>`
      select contact_id as "contactId", asked_at as "askedAt", erased_at as "erasedAt" from erasures
      where workspace_id = ${workspaceId} and contact_id = ${survivorId}`
    if (!erasure) throw new AppError('internal', 'The erasure was not kept.')
    if (erasure.erasedAt === null) await cutLoose(tx, survivorId, now)
    await sql`select pg_notify('work', 'erase')`
    return erasure
  })
