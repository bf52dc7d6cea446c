import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/**
 * Somebody has answered: kept with who, when and what was agreed.
 * @throws AppError not-found, conflict where it was answered already
 */
export const closeCase = (scope: Scope, caseId: string, note: string): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { now } = await getClock(tx)
    const [known] = await tx.sql<{ isDone: boolean }[]>`
      select done_at is not null as "isDone" from support_cases
      where workspace_id = ${tx.workspaceId} and id = ${caseId} for update`
    if (!known) throw new AppError('not-found', 'This case does not exist.')
    if (known.isDone) throw new AppError('conflict', 'Somebody has answered this customer already.')
    await tx.sql`
      update support_cases set done_at = ${now}, done_by = ${tx.actor ?? null}, note = ${note.trim() || null}
      where workspace_id = ${tx.workspaceId} and id = ${caseId}`
  })
