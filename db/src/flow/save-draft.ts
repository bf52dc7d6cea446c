import { SharedDraft } from '@relance/core/draft/shared-draft'
import { AppError } from '@relance/core/error/app-error'
import type { Draft } from '@relance/core/graph/draft'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getDraft } from './get-draft'
import { addChange, saveDrawn } from './save-document'
import { stateOf } from './state-of'

const nothing = new SharedDraft([]).state

/**
 * Saves a draft over the revision it was read at; those who have it open see what differs. Throws AppError conflict
 * with `current`, the draft as it stands, when somebody else saved meanwhile: nothing is overwritten silently.
 * @param by who saves, by name; null for a program
 */
export const saveDraft = (scope: Scope, draft: Draft, by: string | null = null): Promise<Draft> =>
  inTransaction(scope, async (tx) => {
    const { flowId, graph, positions, settings } = draft
    // Held until this is through: nobody opens or changes the document meanwhile.
    const current = await tx.sql`
      select 1 from flows
      where workspace_id = ${tx.workspaceId} and id = ${flowId} and revision = ${draft.revision} for update`
    if (current.length === 0) {
      const details = { current: await getDraft(tx, flowId) }
      throw new AppError('conflict', 'Someone saved this scenario since you opened it.', details)
    }
    const document = await stateOf(tx, flowId)
    const shared = document && new SharedDraft(document.states)
    const change = shared?.write({ graph, positions, settings }) ?? nothing
    const drawn = shared?.read() ?? { graph, positions, settings }
    const revision = await saveDrawn(tx, { flowId, revision: draft.revision, drawn })
    if (revision === null) throw new Error('a row that is held was changed')
    if (shared) await addChange(tx, { flowId, revision, change, by })
    return { flowId, revision, ...drawn }
  })
