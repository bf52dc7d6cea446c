import type { ReadingReason } from '../words/reading-words'
import type { FieldLeaf, Rule } from './rule'
import { isEventLeaf, isFieldLeaf, isSegmentLeaf, type Leaf } from './rule-shape'
import { leavesOf } from './walk-rule'

/** What a rule may refer to. Absent: not checked. */
export interface RuleGround {
  /** Every step of the flow; true for those that send a message. */
  sends?: ReadonlyMap<string, boolean>
  segments?: ReadonlySet<string>
}

/** A leaf that cannot be asked, and why. */
export interface RuleIssue {
  path: string
  reason: ReadingReason
}

/** What keeps a well-formed rule from being asked: leaves without value, references to what is gone. */
export const ruleIssues = (rule: Rule, ground: RuleGround): RuleIssue[] =>
  leavesOf(rule).flatMap(({ path, leaf }) => {
    const reason = reasonFor(leaf, ground)
    return reason ? [{ path, reason }] : []
  })

function reasonFor(leaf: Leaf, { sends, segments }: RuleGround): ReadingReason | null {
  if (isFieldLeaf(leaf)) return fieldReason(leaf)
  if (isSegmentLeaf(leaf)) return segments && !segments.has(leaf.segment) ? 'segment-gone' : null
  if (!isEventLeaf(leaf)) return null
  const inWhere = leaf.where ? ruleIssues(leaf.where, {})[0]?.reason : undefined
  if (inWhere) return inWhere
  if (!sends) return null
  if (leaf.of !== undefined && !sends.has(leaf.of)) return 'step-gone'
  if (leaf.of !== undefined && !sends.get(leaf.of)) return 'not-a-message'
  const isStep = leaf.since !== undefined && leaf.since !== 'entry' && leaf.since !== 'anchor'
  return isStep && !sends.has(leaf.since ?? '') ? 'step-gone' : null
}

function fieldReason({ op, value }: FieldLeaf): ReadingReason | null {
  if (op === 'known') return null
  if (value === undefined || value === '') return 'no-value'
  if (op === 'in') return Array.isArray(value) && value.length > 0 ? null : 'not-a-list'
  if (Array.isArray(value)) return 'unreadable'
  if (op === 'starts-with') return typeof value === 'string' ? null : 'not-a-text'
  return op === 'contains' && typeof value === 'object' ? 'not-a-text' : null
}
