import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** When a flow's schedule comes next, as its own clock calls it; null where it does not. */
export const nextOccurrenceOf = (scope: Scope | Tx, flowId: string): Promise<Date | null> =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<{ at: Date | null }[]>`
      select min(occurs_at) as at from schedules
      where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and retired_at is null`
    return row?.at ?? null
  })
