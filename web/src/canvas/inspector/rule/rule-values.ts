import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { rule as ruleSchema } from '@relance/core/rule/rule'

export type Joint = 'and' | 'or'

/** What the editor shows of a rule: rows joined by one word. A single leaf is a group of one. */
export interface RuleGroup {
  joint: Joint
  rows: Rule[]
}

const isGroup = (rule: Rule): rule is { and: Rule[] } | { or: Rule[] } =>
  'and' in rule || 'or' in rule

/** Any stored value as a group; nothing, or something unreadable, is an empty one. */
export function groupOf(value: unknown): RuleGroup {
  const read = ruleSchema.safeParse(value)
  if (!read.success) return { joint: 'and', rows: [] }
  const rule = read.data
  if ('and' in rule) return { joint: 'and', rows: rule.and }
  if ('or' in rule) return { joint: 'or', rows: rule.or }
  return { joint: 'and', rows: [rule] }
}

/** A group as it is stored. */
export const ruleOf = ({ joint, rows }: RuleGroup): Rule =>
  joint === 'and' ? { and: rows } : { or: rows }

/** A row without its "not". */
export const positive = (rule: Rule): { rule: Rule; negated: boolean } =>
  'not' in rule ? { rule: rule.not, negated: true } : { rule, negated: false }

export const negate = (rule: Rule, negated: boolean): Rule => (negated ? { not: rule } : rule)

export const isNested = (rule: Rule): boolean => isGroup(positive(rule).rule)
export const isEvent = (rule: Rule): rule is EventLeaf => 'event' in rule
export const isField = (rule: Rule): rule is FieldLeaf => 'field' in rule

export const freshEvent = (): EventLeaf => ({ event: 'Order Completed', since: 'entry' })
export const freshField = (): FieldLeaf => ({ field: 'ordersCount', op: '>=', value: 1 })
