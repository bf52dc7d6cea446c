import { inTransaction } from '@relance/db/connection/in-transaction'
import { runImport } from '@relance/db/import/read-import'
import { takeImport } from '@relance/db/import/take-import'
import type { Loop } from './loop'

/** Reads uploaded files, one at a time in a workspace, each by one worker. */
export const importLoop = (workerId: string): Loop => ({
  queue: 'import',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    const importId = await inTransaction(scope, (tx) => takeImport(tx, workerId))
    if (!importId) return 0
    await runImport(scope, importId, workerId)
    return 1
  },
})
