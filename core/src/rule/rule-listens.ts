import { builtIn, traitName } from '../contact/contact-fields'
import type { Rule } from './rule'
import { isEventLeaf, isFieldLeaf, isSegmentLeaf, type Leaf } from './rule-shape'
import { leavesOf } from './walk-rule'

/** What must happen for a rule's answer to change: event names, `field:x`, `consent:x`, `segment:x`. Sorted, each once. */
export const ruleListens = (rule: Rule): string[] =>
  [...new Set(leavesOf(rule).flatMap(({ leaf }) => listenKeys(leaf)))].sort()

function listenKeys(leaf: Leaf): string[] {
  if (isEventLeaf(leaf)) return leaf.event === 'visit' ? VISIT_KEYS : [leaf.event]
  if (isFieldLeaf(leaf)) return fieldKeys(leaf.field)
  return [isSegmentLeaf(leaf) ? `segment:${leaf.segment}` : `consent:${leaf.consent}`]
}

/** A later page belongs to a visit begun before, and one between two visits makes them one. */
const VISIT_KEYS = ['page', 'visit']

function fieldKeys(field: string): string[] {
  const known = builtIn(field)
  if (known) return [...(known.changesWith ?? [`field:${field}`])]
  // A path into a trait changes with the trait it begins with.
  const [root] = traitName(field).split('.')
  return [field, ...(root && root !== field ? [root] : [])].map((name) => `field:${name}`)
}
