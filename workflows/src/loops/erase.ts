import { inTransaction } from '@relance/db/connection/in-transaction'
import { takeErasure } from '@relance/db/erasure/take-erasure'
import type { Loop } from './loop'

/** Forgets whoever asked for it, one at a time, once no mail to them is on its way. */
export const eraseLoop: Loop = {
  queue: 'erase',
  work: (engine, workspaceId) =>
    inTransaction({ workspaceId, sql: engine.sql }, (tx) => takeErasure(tx)),
}
