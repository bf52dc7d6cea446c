import { inTransaction } from '@relance/db/connection/in-transaction'
import { runRebuild } from '@relance/db/score/run-rebuild'
import { takeRebuild } from '@relance/db/score/take-rebuild'
import type { Loop } from './loop'

/** Scores everybody anew, when asked to and each night; one at a time in a workspace, each by one worker. */
export const scoreLoop = (workerId: string): Loop => ({
  queue: 'score',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    const rebuild = await inTransaction(scope, (tx) => takeRebuild(tx, workerId))
    if (!rebuild) return 0
    await runRebuild(scope, rebuild, workerId)
    return 1
  },
})
