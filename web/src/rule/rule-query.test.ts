import type { Rule } from '@relance/core/rule/rule'
import { holdsWith, leavesOf } from '@relance/core/rule/walk-rule'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { queryOf, ruleOf } from './rule-query'

const leaf = (n: number): Rule => ({ field: `f${n}`, op: '=', value: n })
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 5 }).map(leaf),
    fc.record({ and: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

test('whatever rule is opened and kept as it is asks the same as before', () => {
  fc.assert(
    fc.property(anyRule, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (rule, truths) => {
      const kept = ruleOf(queryOf(rule))
      const holds = (one: Rule) =>
        holdsWith(one, (asked) => 'field' in asked && (truths[Number(asked.value)] ?? false))
      expect(holds(kept)).toBe(holds(rule))
      expect(leavesOf(kept).map(({ leaf: of }) => of)).toEqual(
        leavesOf(rule).map(({ leaf: of }) => of),
      )
    }),
  )
})

test('a group stays the group it is, denied or not', () => {
  const rules: Rule[] = [
    { and: [leaf(1), { or: [leaf(2), { not: leaf(3) }] }] },
    { or: [leaf(1), { not: { and: [leaf(2), leaf(3)] } }] },
    { and: [] },
  ]
  for (const rule of rules) expect(ruleOf(queryOf(rule))).toEqual(rule)
})

test('a single leaf becomes a group of one, and nothing an empty group', () => {
  expect(ruleOf(queryOf(leaf(1)))).toEqual({ and: [leaf(1)] })
  expect(ruleOf(queryOf({ not: leaf(1) }))).toEqual({ and: [{ not: leaf(1) }] })
  for (const nothing of [null, undefined, 'x', { odd: 1 }])
    expect(ruleOf(queryOf(nothing))).toEqual({ and: [] })
})

test('rows keep their ids while something in them changes, so that typing goes on', () => {
  const idsOf = (rule: Rule) => queryOf(rule).rules.map(({ id }) => id)
  expect(idsOf({ and: [leaf(1), leaf(2)] })).toEqual(idsOf({ and: [leaf(1), leaf(3)] }))
})
