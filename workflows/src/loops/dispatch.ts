import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { claimMessages, reclaimStale } from '@relance/db/message/claim-messages'
import { dispatchMessage, type Sender } from '../dispatch/dispatch-message'
import { inParallel, type Loop } from './loop'

const BATCH = 64
const WIDTH = 10

/** Messages this process is sending right now; a claim of its own that is not among them was lost on the way. */
const inFlight = new Set<string>()

/** Sends what is due: claimed first in a transaction of its own, then gate, render, provider, one by one. */
export const dispatchLoop = (workerId: string, sender: Sender): Loop => ({
  queue: 'dispatch',
  async work(engine, workspaceId) {
    const claimId = newId()
    const claimed = await inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      claimMessages(tx, { claimId, workerId, limit: BATCH }),
    )
    for (const { id } of claimed) inFlight.add(id)
    await inParallel(claimed, WIDTH, (message) =>
      dispatchMessage(engine, workspaceId, message, claimId, sender).finally(() =>
        inFlight.delete(message.id),
      ),
    )
    return claimed.length
  },
})

/** Puts back what a worker that is gone had claimed. */
export const reclaimLoop = (workerId: string): Loop => ({
  queue: 'reclaim',
  work: (engine, workspaceId) =>
    inTransaction({ workspaceId, sql: engine.sql }, (tx) =>
      reclaimStale(tx, workerId, [...inFlight]),
    ),
})
