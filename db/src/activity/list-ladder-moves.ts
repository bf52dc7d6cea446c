import type { Rung } from '@relance/core/activity/ladder'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** How many people moved from one rung to another on a local day. */
export interface LadderMoves {
  /** YYYY-MM-DD, in the workspace's zone. */
  day: string
  from: Rung
  to: Rung
  people: number
}

/** The moves of the last so many local days, today's included, by day; days without a move are left out. */
export const listLadderMoves = (scope: Scope | Tx, days: number): Promise<LadderMoves[]> =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<LadderMoves[]>`
      with shop as materialized (
        select time_zone as zone, ((workspace_now(id) at time zone time_zone)::date - ${days - 1}::int)::timestamp
          at time zone time_zone as since
        from workspaces where id = ${workspaceId}
      )
      select to_char(at at time zone (select zone from shop), 'YYYY-MM-DD') as day, from_rung as "from", to_rung as "to",
        count(*)::int as people
      from ladder_moves where workspace_id = ${workspaceId} and at >= (select since from shop)
      group by 1, 2, 3 order by 1, 2, 3`,
  )
