import type { Plan } from '@relance/core/plan/plan'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { getFlow } from '@relance/db/flow/get-flow'
import { getPlan } from '@relance/db/flow/live-flows'

/** The plan of a flow's live version; null before its first. Throws AppError not-found. */
export const livePlan = (scope: Scope, flowId: string): Promise<Plan | null> =>
  inTransaction(scope, async (tx) => {
    const { version } = await getFlow(tx, flowId)
    return version === null ? null : ((await getPlan(tx, flowId, version)) ?? null)
  })
