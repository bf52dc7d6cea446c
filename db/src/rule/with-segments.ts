import type { Rule } from '@relance/core/rule/rule'
import { isSegmentLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { askedOnce } from '../connection/batched'
import type { RuleMoment, SegmentGround } from './rule-moment'

/** The segments that rules may speak of. */
export const segmentGround = askedOnce(async (tx): Promise<SegmentGround> => {
  const rows = await tx.sql<{ id: string; rule: Rule | null }[]>`
    select id, case when work = 'fill' then rule end as rule from segments
    where workspace_id = ${tx.workspaceId} and archived_at is null`
  return new Map(rows.map(({ id, rule }) => [id, rule]))
})

/** The moment with the workspace's segments, where the rule speaks of one; others cost nothing. */
export const withSegments = async <Asked extends RuleMoment>(
  tx: Parameters<typeof segmentGround>[0],
  rule: Rule,
  moment: Asked,
): Promise<Asked> =>
  leavesOf(rule).some(({ leaf }) => isSegmentLeaf(leaf))
    ? { ...moment, segments: await segmentGround(tx) }
    : moment
