import { inTransaction } from '@relance/db/connection/in-transaction'
import { dropWakes } from '@relance/db/outbox/drop-wakes'
import { leaseWakes } from '@relance/db/outbox/lease-wakes'
import { burst } from '@relance/workflows/burst/burst'
import type { Engine } from '@relance/workflows/burst/engine'
import { makeCall } from '@relance/workflows/call/make-call'
import { inParallel, type Loop } from '@relance/workflows/loops/loop'

const BATCH = 100
const WIDTH = 4

/** In the relay's place: does at once what a run would do when woken. A wake dies once it has been done. */
export const burstsAtOnce: Loop = {
  queue: 'relay',
  work: (engine, workspaceId) =>
    inTransaction({ workspaceId, sql: engine.sql }, async (tx) => {
      const wakes = await leaseWakes(tx, { urgent: BATCH, early: BATCH })
      await inParallel(
        wakes.filter(({ ended }) => !ended),
        WIDTH,
        ({ enrolmentId }) => look(engine, workspaceId, enrolmentId),
      )
      await dropWakes(tx, wakes)
      return wakes.length
    }),
}

/** What a run does between two sleeps: bursts, with the outside calls they ask for. */
async function look(engine: Engine, workspaceId: string, enrolmentId: string): Promise<void> {
  for (;;) {
    const next = await burst(engine, { workspaceId, enrolmentId })
    if (next.kind !== 'call') return
    await makeCall(engine, workspaceId, next.callId)
  }
}
