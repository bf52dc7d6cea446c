import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { claimMessages, reclaimStale } from '@relance/db/message/claim-messages'
import type { Engine } from '../burst/engine'
import { type Dispatcher, dispatchMessages, type Sender } from '../dispatch/dispatch-message'
import { recordResults } from '../dispatch/record-result'
import { commitPoint } from '../failpoint/commit-point'
import { chunksOf, inParallel, type Loop } from './loop'

const BATCH = 96
/** Messages that pass the gate in one transaction: sent at once, so that the gate's answer is never old. */
const TOGETHER = 32
const WIDTH = 2

/** Messages this process is sending right now; a claim of its own that is not among them was lost on the way. */
const inFlight = new Set<string>()

/** Sends what is due: claimed first in a transaction of its own, then gate, render, provider. */
export function dispatchLoop(engine: Engine, workerId: string, sender: Sender): Loop {
  const dispatcher: Dispatcher = { engine, sender, results: recordResults(engine) }
  return {
    queue: 'dispatch',
    async work(_, workspaceId) {
      const claimId = newId()
      const claimed = await commitPoint('claim', { workspaceId, sql: engine.sql }, (tx) =>
        claimMessages(tx, { claimId, workerId, limit: BATCH }),
      )
      for (const { id } of claimed) inFlight.add(id)
      await inParallel(chunksOf(claimed, TOGETHER), WIDTH, (some) =>
        dispatchMessages(dispatcher, workspaceId, some, claimId).finally(() => {
          for (const { id } of some) inFlight.delete(id)
        }),
      )
      return claimed.length
    },
  }
}

/** Puts back what a worker that is gone had claimed. */
export const reclaimLoop = (workerId: string): Loop => ({
  queue: 'reclaim',
  work: (engine, workspaceId) =>
    inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      reclaimStale(tx, workerId, [...inFlight]),
    ),
})
