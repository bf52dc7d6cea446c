import { isBuiltIn, traitName } from '../contact/contact-fields'
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

const SIGNS_OF_LIFE = [
  'createdAt',
  'lastClickAt',
  'lastInteractionAt',
  'lastOpenAt',
  'lastOrderAt',
  'lastVisitAt',
]
const PAST_OF_DECLINE = [
  'lastOrderAt',
  'lastVisitAt',
  'ordersCount',
  'revenueCents',
  'usualVisitGapDays',
]

/** Fields that are worked out of others change with them. */
const workedOut: Readonly<Record<string, readonly string[]>> = {
  averageOrderCents: ['ordersCount', 'revenueCents'],
  lastInteractionAt: SIGNS_OF_LIFE,
  // Time moves these too, and then they are told by their own names.
  ladder: ['ladder', ...SIGNS_OF_LIFE],
  ladderSince: ['ladderSince', ...SIGNS_OF_LIFE],
  declining: ['declining', ...PAST_OF_DECLINE],
  decliningReason: ['decliningReason', ...PAST_OF_DECLINE],
}

function fieldKeys(field: string): string[] {
  const sources = (Object.hasOwn(workedOut, field) && workedOut[field]) || [field]
  // A path into a trait changes with the trait it begins with.
  const [root] = traitName(field).split('.')
  const trait = !isBuiltIn(field) && root && root !== field ? [root] : []
  return [...sources, ...trait].map((name) => `field:${name}`)
}
