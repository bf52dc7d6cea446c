import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'

export type Leaf =
  | FieldLeaf
  | EventLeaf
  | { segment: string; member: boolean }
  | { consent: string; state: 'given' | 'refused' | 'unknown' }

/** The tree of a rule as one SQL condition. `and` of nothing is true, `or` of nothing false. */
export function combine(
  rule: Rule,
  leafSql: (leaf: Leaf, path: string) => string,
  path: string[] = [],
): string {
  if ('and' in rule) {
    return `(${rule.and.map((part, n) => combine(part, leafSql, [...path, 'and', String(n)])).join(' and ') || 'true'})`
  }
  if ('or' in rule) {
    return `(${rule.or.map((part, n) => combine(part, leafSql, [...path, 'or', String(n)])).join(' or ') || 'false'})`
  }
  if ('not' in rule) return `not (${combine(rule.not, leafSql, [...path, 'not'])})`
  return leafSql(rule, path.join('.'))
}
