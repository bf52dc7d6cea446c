import type { ScoreSettings } from '@relance/core/score/score-settings'
import { subtractFrom } from '@relance/core/time/add-to'
import type { Tx } from '../connection/scope'

/** Which orders a scoring counts. */
export interface OrderRange {
  /** Only those before it; null: all there are. */
  before: Date | null
  /** Only those at or after it; null: from the first on. */
  from: Date | null
}

/** The orders that count at `now`, or, where `pinned`, as of it. */
export const orderRange = (
  { window }: ScoreSettings,
  now: Date,
  { pinned, timeZone }: { pinned: boolean; timeZone: string },
): OrderRange => ({
  before: pinned ? now : null,
  from: window ? subtractFrom(now, window, timeZone) : null,
})

/** The conditions on `orders o` under which an order counts. One refunded in full counts for nothing. */
export const isCounted = ({ sql, workspaceId }: Tx, { before, from }: OrderRange) => sql`
  o.workspace_id = ${workspaceId} and (o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents)
  ${before ? sql`and o.at < ${before}` : sql``} ${from ? sql`and o.at >= ${from}` : sql``}`
