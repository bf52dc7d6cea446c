import {
  type EventLeaf,
  type FieldLeaf,
  type Rule,
  rule as ruleSchema,
} from '@relance/core/rule/rule'
import { isAnd, isNot, isOr, type Leaf } from '@relance/core/rule/rule-shape'
import type { RuleGroupType, RuleType } from 'react-querybuilder'

/** A row of the builder: a leaf, and whether it is asked for or denied. */
export interface RowValue {
  leaf: Leaf
  negated: boolean
}

export type QueryRow = RuleType<string, string, RowValue>
export type QueryGroup = RuleGroupType<QueryRow>

/** A stored rule as the builder holds it. Nothing, or something unreadable, is an empty group. */
export function queryOf(value: unknown): QueryGroup {
  const read = ruleSchema.safeParse(value)
  if (!read.success) return groupAt('r', 'and', false, [])
  const part = partOf(read.data, false, 'r')
  return 'rules' in part && !part.not ? part : groupAt('root', 'and', false, [part])
}

/** What the builder holds as it is stored. */
export function ruleOf({ combinator, rules, not }: QueryGroup): Rule {
  const parts = rules.map((part) => ('rules' in part ? ruleOf(part) : rowRule(part.value)))
  const rule: Rule = combinator === 'or' ? { or: parts } : { and: parts }
  return not ? { not: rule } : rule
}

/** A leaf as a row that is new to the builder. */
export const rowOf = (leaf: Leaf): Omit<QueryRow, 'id'> => ({
  field: 'leaf',
  operator: '=',
  value: { leaf, negated: false },
})

const rowRule = ({ leaf, negated }: RowValue): Rule => (negated ? { not: leaf } : leaf)

/** Ids are places in the tree: the same row keeps its own while something in it is typed. */
function partOf(rule: Rule, negated: boolean, id: string): QueryGroup | QueryRow {
  if (isNot(rule)) return partOf(rule.not, !negated, id)
  if (isAnd(rule)) return groupAt(id, 'and', negated, partsOf(rule.and, id))
  if (isOr(rule)) return groupAt(id, 'or', negated, partsOf(rule.or, id))
  return { id, field: 'leaf', operator: '=', value: { leaf: rule, negated } }
}

const partsOf = (rules: Rule[], id: string) =>
  rules.map((part, place) => partOf(part, false, `${id}.${place}`))

const groupAt = (
  id: string,
  combinator: 'and' | 'or',
  not: boolean,
  rules: (QueryGroup | QueryRow)[],
): QueryGroup => ({ id, combinator, not, rules })

export const freshEvent = (inFlow: boolean): EventLeaf => ({
  event: 'Order Completed',
  ...(inFlow && { since: 'entry' }),
})
export const freshField = (): FieldLeaf => ({ field: 'ordersCount', op: '>=', value: 1 })
