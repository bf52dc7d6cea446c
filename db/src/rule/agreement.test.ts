import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { holds } from '../testing/rule-model'
import { moment, people, tellPeople } from '../testing/rule-people'
import { askRule } from './ask-rule'
import { selectMatching } from './select-matching'

let knowledge: TestKnowledge
let scope: Scope
let ids: Map<string, string>
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  ids = await tellPeople(scope)
})
afterAll(() => knowledge.close())

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const fieldRule = (fields: string[]) =>
  fc.record({
    field: fc.constantFrom(...fields),
    op: fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'contains', 'starts-with', 'known'),
    value: fc.constantFrom<string | number | boolean>(
      5,
      7.5,
      3,
      4,
      50,
      'Lyon',
      'ly',
      '',
      true,
      false,
      'a',
      'X',
      '5',
    ),
  }) as fc.Arbitrary<FieldLeaf>
const inRule = fc.record({
  field: fc.constantFrom('score', 'city'),
  op: fc.constant('in'),
  value: fc.constantFrom([5, 7.5], ['Lyon', 'Nice'], []),
}) as fc.Arbitrary<FieldLeaf>
const eventRule = fc.record(
  {
    event: fc.constantFrom('Order Completed', 'Liked', 'Never'),
    where: fc.option(fieldRule(['revenue', 'coupon', 'stars'])),
    within: fc.constantFrom('P7D', 'P1M', 'PT24H', 'P30D'),
    count: fc.record({ op: comparison, value: fc.integer({ min: 0, max: 2 }) }),
    sum: fc.record({
      property: fc.constantFrom('revenue', 'stars'),
      op: comparison,
      value: fc.constantFrom(0, 4, 49.99, 100),
    }),
  },
  { requiredKeys: ['event'] },
) as fc.Arbitrary<EventLeaf>
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    fieldRule(['score', 'city', 'vip', 'tags', 'nothing']),
    inRule,
    eventRule,
    fc.record({ and: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

test('asking one, selecting all and a second implementation agree on any rule', async () => {
  await fc.assert(
    fc.asyncProperty(anyRule, async (rule) => {
      const expected = people.filter((person) => holds(person, rule)).map(({ id }) => id)
      await inTransaction(scope, async (tx) => {
        const { contactIds } = await selectMatching(tx, rule, { ...moment, limit: 10 })
        expect(contactIds.toSorted()).toEqual(expected.map((id) => ids.get(id)).toSorted())
        for (const person of people) {
          const answer = await askRule(tx, rule, { ...moment, contactId: ids.get(person.id) ?? '' })
          expect([person.id, answer.holds]).toEqual([person.id, expected.includes(person.id)])
        }
      })
    }),
    { numRuns: 150 },
  )
})
