import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { ImportKind, OnDuplicate } from './import-kinds'

/** How a stored file is to be read. */
export interface ImportOrder {
  kind: ImportKind
  /** Which column holds which field, `{"E-mail": "email"}` or the other way round; guessed where empty. */
  mapping?: Record<string, string>
  /** What becomes of a row about something known; as is usual for the kind where absent. */
  onDuplicate?: OnDuplicate | null
}

/** Hands a stored file to the worker's loop. What is in it is looked at there. */
export const queueImport = (
  scope: Scope | Tx,
  importId: string,
  { kind, mapping = {}, onDuplicate = null }: ImportOrder,
): Promise<void> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    await sql`
      update imports set kind = ${kind}, mapping = ${JSON.stringify(mapping)}, on_duplicate = ${onDuplicate}, state = 'queued'
      where workspace_id = ${workspaceId} and id = ${importId} and state = 'uploading'`
    await sql`select pg_notify('work', 'import')`
  })
