import { proposedInactivity } from '@relance/core/activity/inactivity'
import { getClock } from '../clock/workspace-clock'
import { inTransaction } from '../connection/in-transaction'
import { EVERYBODY_MS, limitStatements } from '../connection/limit-statements'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { definitionMoment } from '../inactivity/definition-moment'
import { listDefinitions } from '../inactivity/definitions'
import { inactivitySql } from '../inactivity/inactivity-sql'
import { SqlParams } from '../rule/sql-text'
import { buyerCells } from './buyer-cells'
import { lastKnownDate, type ReturnCell, returnCells } from './return-cells'

export interface RebuiltReturns {
  asOf: Date
  /** Inactive buyers in the list. */
  ranked: number
}

/**
 * Learns from the last 90 days how likely buyers of each recency and frequency are to return, and lists those who
 * are inactive now by it, the most likely first; among equals, whoever ordered last.
 */
export const rebuildReturns = (scope: Scope | Tx): Promise<RebuiltReturns> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    await limitStatements(tx, EVERYBODY_MS)
    // Two at once would each write everybody.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspaceId} || 'returns', 0))`
    const clock = await getClock(tx)
    const learned = await returnCells(tx, lastKnownDate(clock.now, clock.timeZone))
    const inactive = await inactiveContacts(tx)
    await tx.sql`delete from contact_returns where workspace_id = ${tx.workspaceId}`
    const [row] = await tx.sql<{ ranked: number }[]>`
      with cells as materialized (${buyerCells(tx, clock.now, clock.timeZone)}), learned as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(expectations(learned))}::jsonb) as l(r integer, f integer, share float8)
      ), judged as (
        select c.contact_id, c.r, c.f, coalesce(l.share, 0) as chance, i.id is not null as inactive, s.last_order_at
        from cells c join contact_state s on s.workspace_id = ${tx.workspaceId} and s.contact_id = c.contact_id
        left join learned l on l.r = c.r and l.f = c.f
        left join unnest(${inactive}::uuid[]) as i(id) on i.id = c.contact_id
      ), kept as (
        insert into contact_returns (workspace_id, contact_id, recency, frequency, chance, rank, as_of)
        select ${tx.workspaceId}, contact_id, r, f, chance, case when inactive then row_number() over (
          partition by inactive order by chance desc, last_order_at desc, contact_id) end, ${clock.now}
        from judged returning rank
      )
      select count(rank)::int as ranked from kept`
    return { asOf: clock.now, ranked: row?.ranked ?? 0 }
  })

/** A share for every cell: of one nobody was in then, its row's. */
function expectations(learned: readonly ReturnCell[]) {
  const shares = []
  for (let r = 1; r <= 5; r++) {
    const row = learned.filter(({ recency }) => recency === r)
    const people = row.reduce((sum, cell) => sum + cell.people, 0)
    const returned = row.reduce((sum, cell) => sum + cell.returned, 0)
    for (let f = 1; f <= 5; f++) {
      const cell = row.find(({ frequency }) => frequency === f)
      shares.push({ r, f, share: cell?.share ?? (people > 0 ? returned / people : 0) })
    }
  }
  return shares
}

/** Who is inactive by the workspace's definitions, or by our proposal where it has none. */
async function inactiveContacts(tx: Tx): Promise<string[]> {
  const saved = await listDefinitions(tx)
  const definitions = saved.length > 0 ? saved : [{ ...proposedInactivity, name: 'proposed' }]
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const rows = await tx.sql.unsafe<{ id: string }[]>(
    `select c.id from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
     where c.workspace_id = ${workspace} and c.merged_into is null
       and ${inactivitySql(definitions, params, await definitionMoment(tx, definitions))} is not null`,
    params.values,
    { prepare: true },
  )
  return rows.map(({ id }) => id)
}
