import type postgres from 'postgres'
import { invariants } from './invariants'

/** What breaks one invariant: its first rows. */
export interface Violation {
  number: number
  says: string
  rows: Record<string, unknown>[]
}

/** Enough to see what is wrong. */
const ROWS = 20

/**
 * Asks all invariants of one moment of a database, over all workspaces.
 * @param ownerSql a pool of somebody row-level security does not bind: a superuser, as in tests. Anybody else is
 *   refused by Postgres, instead of being shown nothing.
 * @param grace for how long work may lie (`90 seconds`), while servers and workers are up and the database's machine
 *   is not overloaded; absent: work that lies is no violation
 */
export const checkInvariants = (
  ownerSql: postgres.Sql,
  { grace }: { grace?: string } = {},
): Promise<Violation[]> =>
  ownerSql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local row_security = off`
    const violations: Violation[] = []
    for (const { number, says, query } of invariants) {
      const rows = await tx.unsafe(
        `with asked as (select $1::interval as grace),
          clocks as materialized (select id, workspace_now(id) as now from workspaces)
        select * from (${query}) broken limit ${ROWS}`,
        [grace ?? null],
      )
      if (rows.length > 0) violations.push({ number, says, rows: [...rows] })
    }
    return violations
  })
