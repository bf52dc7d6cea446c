import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getDraft } from './get-draft'

/**
 * Saves a draft over the revision it was read at. Throws AppError conflict with `current`, the draft
 * as it stands, when somebody else saved meanwhile: nothing is overwritten silently.
 */
export const saveDraft = (scope: Scope, draft: Draft): Promise<Draft> =>
  inTransaction(scope, async (tx) => {
    const { flowId, revision, graph, positions, settings } = draft
    const [saved] = await tx.sql<{ revision: number }[]>`
      update flows set graph = ${JSON.stringify(graph)}, positions = ${JSON.stringify(positions)},
        settings = ${JSON.stringify(settings)}, revision = revision + 1, edited_at = clock_timestamp(),
        edited_by = ${tx.actor ?? null}
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and revision = ${revision}
      returning revision`
    if (saved) return { ...draft, revision: saved.revision }
    const current = await getDraft(tx, flowId)
    throw new AppError('conflict', 'Someone saved this scenario since you opened it.', { current })
  })
