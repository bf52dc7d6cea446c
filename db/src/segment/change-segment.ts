import { AppError } from '@relance/core/error/app-error'
import type { Rule } from '@relance/core/rule/rule'
import { ruleListens } from '@relance/core/rule/rule-listens'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { checkSegmentRule } from './check-segment-rule'
import { fillAgain } from './fill-again'
import { holdSegments } from './hold-segments'
import type { UnknownField } from './segment'
import { segmentsWithin } from './segment-order'

/** What a segment becomes. */
export interface SegmentChange {
  name: string
  rule: unknown
  /** The revision the change began from; left out: whatever it is now. */
  revision?: number
}

interface Stored {
  id: string
  rule: Rule
  revision: number
}

/**
 * Gives a segment another name or rule. With another rule, a worker asks everybody anew, of it and of the segments
 * that speak of it; who is in or out by that alone is told nobody.
 * @throws AppError not-found; invalid as for a new one; conflict when it has been changed meanwhile
 */
export const changeSegment = (
  scope: Scope | Tx,
  segmentId: string,
  { name, rule: sent, revision }: SegmentChange,
): Promise<{ unknownFields: UnknownField[] }> =>
  inTransaction(scope, async (tx) => {
    await holdSegments(tx)
    const stored = await tx.sql<Stored[]>`
      select id, rule, revision from segments
      where workspace_id = ${tx.workspaceId} and archived_at is null order by id for no key update`
    const before = stored.find(({ id }) => id === segmentId)
    if (!before) throw new AppError('not-found', 'This segment does not exist.')
    if (revision !== undefined && revision !== before.revision)
      throw new AppError('conflict', 'This segment has been changed since you read it.', {
        current: before,
      })
    const { rule, unknownFields } = await checkSegmentRule(tx, sent, segmentId)
    const [after] = await tx.sql<{ revision: number }[]>`
      update segments set name = ${name}, rule = ${JSON.stringify(rule)}, listens = ${ruleListens(rule)},
        revision = revision + case when rule = ${JSON.stringify(rule)}::jsonb then 0 else 1 end,
        updated_at = workspace_now(workspace_id)
      where workspace_id = ${tx.workspaceId} and id = ${segmentId} returning revision`
    if (after && after.revision > before.revision)
      await fillAgain(tx, [segmentId, ...dependents(segmentId, stored)])
    return { unknownFields }
  })

function dependents(segmentId: string, stored: readonly Stored[]): string[] {
  const rules = new Map(stored.map(({ id, rule }) => [id, rule]))
  return stored.filter(({ rule }) => segmentsWithin(rule, rules).has(segmentId)).map(({ id }) => id)
}
