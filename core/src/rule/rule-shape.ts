import type { EventLeaf, FieldLeaf, Rule } from './rule'

export type SegmentLeaf = Extract<Rule, { segment: string }>
export type ConsentLeaf = Extract<Rule, { consent: string }>
export type Leaf = FieldLeaf | EventLeaf | SegmentLeaf | ConsentLeaf

export const isAnd = (rule: Rule): rule is { and: Rule[] } => 'and' in rule
export const isOr = (rule: Rule): rule is { or: Rule[] } => 'or' in rule
export const isNot = (rule: Rule): rule is { not: Rule } => 'not' in rule
export const isEventLeaf = (rule: Rule): rule is EventLeaf => 'event' in rule
export const isFieldLeaf = (rule: Rule): rule is FieldLeaf => 'field' in rule
export const isSegmentLeaf = (rule: Rule): rule is SegmentLeaf => 'segment' in rule

/** Whether a rule has no leaf at all: `and` of nothing, `or` of nothing, and what is made of them. */
export function isEmptyRule(rule: Rule): boolean {
  if (isAnd(rule)) return rule.and.every(isEmptyRule)
  if (isOr(rule)) return rule.or.every(isEmptyRule)
  return isNot(rule) && isEmptyRule(rule.not)
}
