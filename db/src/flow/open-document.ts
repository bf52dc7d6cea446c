import { SharedDraft } from '@relance/core/draft/shared-draft'
import { AppError } from '@relance/core/error/app-error'
import { flowSettings } from '@relance/core/graph/settings'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { FLOW_GONE } from './flow'
import { getDraft } from './get-draft'
import { type StoredDocument, stateOf } from './state-of'

/** A draft as a document, made from what is drawn when it is opened for the first time. Throws AppError not-found. */
export const openDocument = (scope: Scope, flowId: string): Promise<StoredDocument> =>
  inTransaction(scope, async (tx) => {
    const known = await stateOf(tx, flowId)
    if (known) return known
    const locked = await tx.sql`
      select 1 from flows where workspace_id = ${tx.workspaceId} and id = ${flowId} for update`
    if (locked.length === 0) throw new AppError('not-found', FLOW_GONE)
    const since = await stateOf(tx, flowId)
    if (since) return since
    const { graph, positions, settings, revision } = await getDraft(tx, flowId)
    const { state } = SharedDraft.of({ graph, positions, settings: flowSettings.parse(settings) })
    await tx.sql`
      insert into flow_documents (workspace_id, flow_id, revision, state)
      values (${tx.workspaceId}, ${flowId}, ${revision}, ${state})`
    return { revision, states: [state] }
  })
