import type { Rule } from './rule'
import { isAnd, isNot, isOr, type Leaf } from './rule-shape'

/** A leaf with its way from the root: `or.0`, `and.1.not`; the root itself is the empty path. */
export interface LeafAt {
  path: string
  leaf: Leaf
}

/** Every leaf of a rule, in the order it is written. What stands in an event's `where` is part of its leaf. */
export function leavesOf(rule: Rule, path = ''): LeafAt[] {
  const below = (step: string) => (path === '' ? step : `${path}.${step}`)
  if (isAnd(rule)) return rule.and.flatMap((part, index) => leavesOf(part, below(`and.${index}`)))
  if (isOr(rule)) return rule.or.flatMap((part, index) => leavesOf(part, below(`or.${index}`)))
  if (isNot(rule)) return leavesOf(rule.not, below('not'))
  return [{ path, leaf: rule }]
}

/** Whether the rule holds, given which of its leaves do. */
export function holdsWith(
  rule: Rule,
  holds: (leaf: Leaf, path: string) => boolean,
  path = '',
): boolean {
  const below = (step: string) => (path === '' ? step : `${path}.${step}`)
  if (isAnd(rule))
    return rule.and.every((part, index) => holdsWith(part, holds, below(`and.${index}`)))
  if (isOr(rule)) return rule.or.some((part, index) => holdsWith(part, holds, below(`or.${index}`)))
  if (isNot(rule)) return !holdsWith(rule.not, holds, below('not'))
  return holds(rule, path)
}
