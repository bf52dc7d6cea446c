import { AppError } from '@relance/core/error/app-error'
import { getClock } from '../clock/workspace-clock'
import { inTransaction, nestedTx } from '../connection/in-transaction'
import { limitStatements } from '../connection/limit-statements'
import { isTimeout } from '../connection/passing-error'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { countMatching } from '../rule/select-matching'
import { COUNT_LIMITS } from './count-limits'
import type { Segment, SegmentUse } from './segment'
import { segmentUses } from './segment-uses'

const stored = ({ sql, workspaceId }: Tx, only: string | null) => sql<Segment[]>`
  select s.id, s.name, s.rule, s.revision, s.work is not null as "isFilling", s.created_at as "createdAt",
    s.updated_at as "updatedAt",
    (select count(*) from segment_members m where m.workspace_id = s.workspace_id and m.segment_id = s.id) as count
  from segments s
  where s.workspace_id = ${workspaceId} and s.archived_at is null and (${only}::uuid is null or s.id = ${only})
  order by lower(s.name), s.id`

async function withCounts(tx: Tx, only: string | null): Promise<Segment[]> {
  await planAfresh(tx)
  const counted: Segment[] = []
  for (const segment of await stored(tx, only))
    counted.push(segment.isFilling ? { ...segment, count: await countNow(tx, segment) } : segment)
  return counted
}

/** How many the rule itself takes in; where that takes too long, how many were gathered so far. */
async function countNow(tx: Tx, { rule, count }: Segment): Promise<number> {
  try {
    return await tx.sql.savepoint(async (sql) => {
      const inner = nestedTx(tx, sql)
      await limitStatements(inner, COUNT_LIMITS.eachMs)
      const { now, timeZone } = await getClock(inner)
      return countMatching(inner, rule, { now, timeZone })
    })
  } catch (error) {
    if (!isTimeout(error)) throw error
    return count
  }
}

/** All segments by name, each with how many people are in it now. */
export const listSegments = (scope: Scope | Tx): Promise<Segment[]> =>
  inTransaction(scope, (tx) => withCounts(tx, null))

/**
 * One segment, with what speaks of it.
 * @throws AppError not-found
 */
export const getSegment = (
  scope: Scope | Tx,
  segmentId: string,
): Promise<Segment & { usedBy: SegmentUse[] }> =>
  inTransaction(scope, async (tx) => {
    const [segment] = await withCounts(tx, segmentId)
    if (!segment) throw new AppError('not-found', 'This segment does not exist.')
    return { ...segment, usedBy: [...(await segmentUses(tx, segmentId))] }
  })
