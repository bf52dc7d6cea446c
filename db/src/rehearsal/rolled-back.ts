import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** Carries an answer out of a transaction that is undone. */
class RolledBack<T> extends Error {
  constructor(readonly answer: T) {
    super('This transaction was only a rehearsal.')
  }
}

/** Whoever holds a contact keeps them until then at most: live bursts come first. */
const LOCK_TIMEOUT = '500ms'
const STATEMENT_TIMEOUT = '1s'

/**
 * Does `work` in a transaction that is always rolled back: what it wrote, notified and locked is gone with it. Waits
 * half a second for a lock and lets a statement run for a second.
 */
export async function rolledBack<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction<T>(scope, async (tx) => {
      await tx.sql`select set_config('lock_timeout', ${LOCK_TIMEOUT}, true),
        set_config('statement_timeout', ${STATEMENT_TIMEOUT}, true)`
      throw new RolledBack(await work(tx))
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as T
    throw error
  }
}
