import { planLarge } from '../connection/plan-large'
import type { Tx } from '../connection/scope'

const TIMEOUT = '120s'
const SORT_MEMORY = '96MB'

/** Prepares a transaction to go over everybody's orders: more work than one statement may otherwise be. */
export async function overEverybody(tx: Tx): Promise<void> {
  await planLarge(tx)
  await tx.sql`
    select set_config('work_mem', ${SORT_MEMORY}, true), set_config('statement_timeout', ${TIMEOUT}, true),
      set_config('idle_in_transaction_session_timeout', ${TIMEOUT}, true)`
}
