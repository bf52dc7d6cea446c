import { isBuiltIn, traitName } from '@relance/core/contact/contact-fields'
import { AppError } from '@relance/core/error/app-error'
import type { Rule } from '@relance/core/rule/rule'
import { isFieldLeaf, isSegmentLeaf } from '@relance/core/rule/rule-shape'
import { readSegmentRule } from '@relance/core/rule/segment-rule'
import type { RuleIssue } from '@relance/core/rule/validate-rule'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { readingWords } from '@relance/core/words/reading-words'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { checkRule } from '../rule/compile-rule'
import { ruleFields } from '../rule/fields'
import type { UnknownField } from './segment'
import { segmentsWithin } from './segment-order'

/** A rule that can be asked of everybody, and what in it nobody has. */
export interface CheckedRule {
  rule: Rule
  unknownFields: UnknownField[]
}

/**
 * Reads a segment's rule as it was sent.
 * @param segmentId the segment it is for, where there is one already
 * @throws AppError invalid with `field` (its place in the request) and `reason`
 */
export async function checkSegmentRule(
  tx: Tx,
  sent: unknown,
  segmentId: string | null = null,
): Promise<CheckedRule> {
  const { timeZone } = await getClock(tx)
  const stored = await tx.sql<{ id: string; rule: Rule }[]>`
    select id, rule from segments where workspace_id = ${tx.workspaceId} and archived_at is null`
  const rules = new Map(stored.map((segment) => [segment.id, segment.rule]))
  const read = readSegmentRule(sent, new Set(rules.keys()))
  if (read.issue) throw refusal(read.issue)
  const leaves = leavesOf(read.rule)
  const round = leaves.find(
    ({ leaf }) =>
      segmentId !== null && isSegmentLeaf(leaf) && segmentsWithin(leaf, rules).has(segmentId),
  )
  if (round) throw refusal({ path: round.path, reason: 'contains-itself' })
  const ground = new Map(stored.map(({ id }) => [id, null]))
  for (const { path, leaf } of leaves) {
    try {
      checkRule(leaf, timeZone, ground)
    } catch (error) {
      throw AppError.from(error).code === 'invalid' ? placed(AppError.from(error), path) : error
    }
  }
  return { rule: read.rule, unknownFields: await unknownFields(tx, read.rule) }
}

/** The place of a part of a rule in a request: `rule.and.0`. */
export const fieldAt = (path: string) => (path === '' ? 'rule' : `rule.${path}`)

const refusal = ({ path, reason }: RuleIssue) =>
  new AppError('invalid', `${fieldAt(path)}: ${readingWords[reason].en}.`, {
    field: fieldAt(path),
    reason,
  })

const placed = ({ message }: AppError, path: string) =>
  new AppError('invalid', message, { field: fieldAt(path), reason: 'wrong-kind' })

async function unknownFields({ sql, workspaceId }: Tx, rule: Rule): Promise<UnknownField[]> {
  const asked = leavesOf(rule).flatMap(({ path, leaf }) =>
    isFieldLeaf(leaf) && !isOurs(leaf.field) ? [{ path: fieldAt(path), field: leaf.field }] : [],
  )
  if (asked.length === 0) return []
  const rows = await sql<{ field: string }[]>`
    select field from contact_fields where workspace_id = ${workspaceId}`
  const known = new Set(rows.map(({ field }) => field))
  return asked.filter(({ field }) => {
    const name = traitName(field)
    return !known.has(name) && !known.has(name.split('.')[0] ?? name)
  })
}

const isOurs = (field: string) =>
  isBuiltIn(field) || ruleFields.some((ours) => ours.field === field)
