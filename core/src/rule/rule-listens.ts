import type { Rule } from './rule'
import { isEventLeaf, isFieldLeaf, isSegmentLeaf, type Leaf } from './rule-shape'
import { leavesOf } from './walk-rule'

/** What must happen for a rule's answer to change: event names, `field:x`, `consent:x`, `segment:x`. Sorted, each once. */
export const ruleListens = (rule: Rule): string[] =>
  [...new Set(leavesOf(rule).map(({ leaf }) => listenKey(leaf)))].sort()

function listenKey(leaf: Leaf): string {
  if (isEventLeaf(leaf)) return leaf.event
  if (isFieldLeaf(leaf)) return `field:${leaf.field}`
  return isSegmentLeaf(leaf) ? `segment:${leaf.segment}` : `consent:${leaf.consent}`
}
