import { newId } from '@relance/core/id/ids'
import type { Rule } from '@relance/core/rule/rule'
import { ruleListens } from '@relance/core/rule/rule-listens'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'
import { checkSegmentRule } from './check-segment-rule'
import { holdSegments } from './hold-segments'
import type { UnknownField } from './segment'

/** A segment as it is made: its rule has not been looked at yet. */
export interface SegmentToMake {
  name: string
  rule: Rule | unknown
}

/**
 * Saves a rule under a name. A worker then gathers who satisfies it; that first filling tells nobody.
 * @throws AppError invalid with `field` and `reason` when the rule cannot be asked
 */
export const createSegment = (
  scope: Scope | Tx,
  { name, rule: sent }: SegmentToMake,
): Promise<{ id: string; unknownFields: UnknownField[] }> =>
  inTransaction(scope, async (tx) => {
    await holdSegments(tx)
    const { rule, unknownFields } = await checkSegmentRule(tx, sent)
    const id = newId()
    await tx.sql`
      insert into segments (workspace_id, id, name, rule, listens, work, created_at, updated_at)
      select ${tx.workspaceId}, ${id}, ${name}, ${JSON.stringify(rule)}, ${ruleListens(rule)}, 'fill', now, now
      from workspace_now(${tx.workspaceId}) as now`
    await ring(tx, 'segments')
    return { id, unknownFields }
  })
