import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { PublishRequestMade } from './publish-request'
import { selectRequests } from './select-requests'

/** At most so many are listed: there is one for each scenario. */
const MOST = 200

/** The requests nobody has answered yet, newest first. */
export const openRequests = (scope: Scope): Promise<PublishRequestMade[]> =>
  inTransaction(scope, (tx) => selectRequests(tx, { limit: MOST }))
