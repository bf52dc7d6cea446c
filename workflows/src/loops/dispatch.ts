import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { claimMessages, reclaimStale } from '@relance/db/message/claim-messages'
import type { Engine } from '../burst/engine'
import { type Dispatcher, dispatchMessages, type Sender } from '../dispatch/dispatch-message'
import { InHand } from '../dispatch/in-hand'
import { recordResults } from '../dispatch/record-result'
import { commitPoint } from '../failpoint/commit-point'
import { chunksOf, type Loop } from './loop'

/** Messages of one workspace that a worker has in hand at most: no more than these can a kill double. */
const IN_HAND = 96
/** Messages that pass the gate in one transaction: sent at once, so that the gate's answer is never old. */
const TOGETHER = 32

/** What this process is sending right now; a claim of its own that is not among it was lost on the way. */
const inHand = new InHand(IN_HAND)

/** Sends what is due: claimed first in a transaction of its own, then gate, render, provider. */
export function dispatchLoop(engine: Engine, workerId: string, sender: Sender): Loop {
  const dispatcher: Dispatcher = { engine, sender, results: recordResults(engine) }
  return {
    queue: 'dispatch',
    async work(_, workspaceId) {
      const limit = await inHand.room(workspaceId, TOGETHER)
      const claimId = newId()
      const claimed = await commitPoint('claim', { workspaceId, sql: engine.sql }, (tx) =>
        claimMessages(tx, { claimId, workerId, limit }),
      )
      for (const some of chunksOf(claimed, TOGETHER)) {
        const ids = some.map(({ id }) => id)
        inHand.carry(workspaceId, ids, (sent) =>
          dispatchMessages(dispatcher, workspaceId, { messages: some, claimId }, sent),
        )
      }
      return claimed.length
    },
    rest: () => inHand.empty(),
  }
}

/** Puts back what a worker that is gone had claimed. */
export const reclaimLoop = (workerId: string): Loop => ({
  queue: 'reclaim',
  work: (engine, workspaceId) =>
    inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      reclaimStale(tx, workerId, inHand.all()),
    ),
})
