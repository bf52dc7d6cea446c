import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getFlow } from '../flow/get-flow'
import type { PublishRequestMade } from './publish-request'
import { selectRequests } from './select-requests'

/** The last request to publish a flow, answered or not; null where nobody ever asked. Throws AppError not-found. */
export const latestRequest = (
  scope: Scope | Tx,
  flowId: string,
): Promise<PublishRequestMade | null> =>
  inTransaction(scope, async (tx) => {
    await getFlow(tx, flowId)
    const [latest] = await selectRequests(tx, { flowId, limit: 1 })
    return latest ?? null
  })
