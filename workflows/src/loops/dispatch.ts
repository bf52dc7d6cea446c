import { inTransaction } from '@relance/db/connection/in-transaction'
import { reclaimStale } from '@relance/db/message/claim-messages'
import type { Engine } from '../burst/engine'
import {
  type Dispatcher,
  type Sender,
  sendMessages,
  takeMessages,
} from '../dispatch/dispatch-message'
import { InHand } from '../dispatch/in-hand'
import { lastLooks } from '../dispatch/last-look'
import { recordResults } from '../dispatch/record-result'
import type { Loop } from './loop'

/** Messages of one workspace that a worker has in hand at most: no more than these can a kill double. */
const IN_HAND = 128
/** Messages that pass the gate in one transaction: sent at once, so that the gate's answer is never old. */
const TOGETHER = 64

/** What this process is sending right now; a claim of its own that is not among it was lost on the way. */
const inHand = new InHand(IN_HAND)

/** Sends what is due: taken through the gate in one transaction, then rendered and handed to the provider. */
export function dispatchLoop(engine: Engine, workerId: string, sender: Sender): Loop {
  const dispatcher: Dispatcher = {
    ...{ engine, workerId, sender },
    ...{ results: recordResults(engine), lastLooks: lastLooks(engine) },
  }
  return {
    queue: 'dispatch',
    async work(_, workspaceId) {
      const room = await inHand.room(workspaceId, TOGETHER)
      const taken = await takeMessages(dispatcher, workspaceId, Math.min(room, TOGETHER))
      const ids = taken.cleared.map(({ message }) => message.id)
      inHand.carry(workspaceId, ids, (sent) => sendMessages(dispatcher, workspaceId, taken, sent))
      if (taken.failure) throw taken.failure
      return taken.count
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
