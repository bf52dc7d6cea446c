import type { Rule } from '@relance/core/rule/rule'
import { isSegmentLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'

const named = (rule: Rule): string[] =>
  leavesOf(rule).flatMap(({ leaf }) => (isSegmentLeaf(leaf) ? [leaf.segment] : []))

/** Every segment a rule speaks of, directly or through another. */
export function segmentsWithin(rule: Rule, rules: ReadonlyMap<string, Rule>): Set<string> {
  const found = new Set<string>()
  const waiting = named(rule)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const inner = rules.get(id)
    if (found.has(id)) continue
    found.add(id)
    if (inner) waiting.push(...named(inner))
  }
  return found
}

/** Segments in an order in which each comes after those it speaks of. */
export function inOrder<Stored extends { id: string; rule: Rule }>(stored: Stored[]): Stored[] {
  const rules = new Map(stored.map(({ id, rule }) => [id, rule]))
  const depth = new Map(stored.map(({ id, rule }) => [id, segmentsWithin(rule, rules).size]))
  // Whoever speaks of another also speaks of all that one speaks of, so it speaks of more.
  return stored.toSorted((one, other) => (depth.get(one.id) ?? 0) - (depth.get(other.id) ?? 0))
}
