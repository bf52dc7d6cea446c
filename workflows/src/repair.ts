import type { Sql } from '@relance/db/connection/connect'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { wakeEverybody } from '@relance/db/enrolment/wake-everybody'
import { everyWorkspace } from '@relance/db/workspace/every-workspace'

/**
 * Gives every live enrolment a run again, in the order of what is due first: after Temporal's store was lost.
 * Harmless at any time: a run that exists finds nothing to do. How many were woken.
 */
export async function repair(sql: Sql): Promise<number> {
  let woken = 0
  for (const workspaceId of await everyWorkspace(sql)) {
    woken += await inTransaction({ workspaceId, sql }, wakeEverybody)
  }
  return woken
}
