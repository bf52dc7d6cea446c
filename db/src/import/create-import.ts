import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { ImportKind } from './import-kinds'

const CHUNK_BYTES = 512 * 1024

export interface NewImport {
  kind: ImportKind
  /** Which column holds which field, `{"E-mail": "email"}` or the other way round; guessed where empty. */
  mapping?: Record<string, string>
  fileName?: string | null
  bytes: Uint8Array
}

/** Stores a file to import, in pieces, and tells the worker's loop. What is in it is looked at there. */
export function createImport(
  scope: Scope | Tx,
  { kind, mapping = {}, fileName = null, bytes }: NewImport,
): Promise<{ id: string }> {
  const id = newId()
  return inTransaction(scope, async (tx) => {
    await tx.sql`
      insert into imports (workspace_id, id, kind, mapping, file_name, total_bytes)
      values (${tx.workspaceId}, ${id}, ${kind}, ${JSON.stringify(mapping)}, ${fileName}, ${bytes.byteLength})`
    for (let n = 0; n * CHUNK_BYTES < bytes.byteLength; n++) {
      const chunk = Buffer.from(bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES))
      await tx.sql`insert into import_chunks (workspace_id, import_id, n, bytes) values (${tx.workspaceId}, ${id}, ${n}, ${chunk})`
    }
    await tx.sql`select pg_notify('work', 'import')`
    return { id }
  })
}
