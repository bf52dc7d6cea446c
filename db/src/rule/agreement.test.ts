import { newId } from '@relance/core/id/ids'
import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { createSegment } from '../segment/create-segment'
import { fillSegment } from '../segment/fill-segment'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { randomPeople } from '../testing/random-people'
import { holds, type ModelGround } from '../testing/rule-model'
import { day, moment, now, tellPeople } from '../testing/rule-people'
import { askRule } from './ask-rule'
import type { RuleMoment } from './rule-moment'
import { selectMatching } from './select-matching'

const enrolment = {
  id: newId(),
  flowId: newId(),
  enteredAt: day(10),
  anchorAt: day(5),
  cartId: null,
  leftAt: { 'mail-1': day(20, 6) },
}
const asked: RuleMoment = { ...moment, enrolment }
const people = randomPeople(enrolment.id)
const segments = new Map<string, Rule>()
const ground: ModelGround = { segments, enrolment }

let knowledge: TestKnowledge
let scope: Scope
let ids: Map<string, string>
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  ids = await tellPeople(scope, people)
  await inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set clock_now = ${now} where id = ${workspaceId}`,
  )
  await makeSegments()
}, 120_000)
afterAll(() => knowledge.close())

/** Three whose members are kept, each in the next, and one whose members are still to be gathered. */
async function makeSegments() {
  const save = async (rule: Rule) => {
    const { id } = await createSegment(scope, { name: 'Segment', rule })
    segments.set(id, rule)
    return id
  }
  const bought = await save({ event: 'Order Completed', within: 'P20D' })
  const lyon = await save({
    and: [
      { field: 'city', op: 'starts-with', value: 'ly' },
      { segment: bought, member: false },
    ],
  })
  await save({
    or: [
      { segment: lyon, member: true },
      { consent: 'email', state: 'given' },
    ],
  })
  while ((await inTransaction(scope, (tx) => fillSegment(tx))) > 0);
  await save({ not: { segment: bought, member: true } })
}

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const duration = fc.constantFrom('P7D', 'P1M', 'PT24H', 'P30D', 'P20D')
const scalar = fc.constantFrom<string | number | boolean>(
  ...[5, 7.5, 3, 4, 50, 'Lyon', 'ly', 'é', '', true, false, 'a', 'X', '5', '2026-03-05', 'prints'],
)
const fieldRule = (fields: string[]) =>
  fc.oneof(
    fc.record({
      field: fc.constantFrom(...fields),
      op: fc.oneof(comparison, fc.constantFrom('contains', 'starts-with', 'known')),
      value: scalar,
    }),
    fc.record({
      field: fc.constantFrom(...fields),
      op: fc.constant('in'),
      value: fc.array(scalar, { maxLength: 3 }),
    }),
    fc.record({
      field: fc.constantFrom(...fields),
      op: comparison,
      value: fc.record({ ago: duration }),
    }),
  ) as fc.Arbitrary<FieldLeaf>
const numberRule = fc.record({
  field: fc.constantFrom('ordersCount', 'revenueCents'),
  op: comparison,
  value: fc.constantFrom(0, 1, 2, 4000, 9999),
}) as fc.Arbitrary<FieldLeaf>
const instantRule = fc.record({
  field: fc.constantFrom('lastOrderAt', 'firstOrderAt', 'lastInteractionAt'),
  op: comparison,
  value: fc.oneof(
    fc.record({ ago: duration }),
    fc.constantFrom('2026-03-24', '2026-03-10T12:00:00Z'),
  ),
}) as fc.Arbitrary<FieldLeaf>
const traits = ['score', 'city', 'vip', 'tags', 'since', 'traits.city', 'address.city', 'nothing']
const properties = ['revenue', 'coupon', 'stars', 'products.category', 'properties.revenue']
const where = fc.oneof(
  fieldRule(properties),
  fc.record({ and: fc.array(fieldRule(properties), { maxLength: 2 }) }),
  fc.record({ not: fieldRule(properties) }),
) as fc.Arbitrary<Rule>
const eventRule = fc
  .record(
    {
      event: fc.constantFrom('Order Completed', 'Liked', 'Email Link Clicked', 'Never'),
      where: fc.option(where),
      within: duration,
      since: fc.constantFrom('entry', 'anchor', 'mail-1', 'mail-2'),
      of: fc.constantFrom('mail-1', 'mail-2'),
      count: fc.record({ op: comparison, value: fc.integer({ min: 0, max: 3 }) }),
      sum: fc.record({
        property: fc.constantFrom('revenue', 'stars'),
        op: comparison,
        value: fc.constantFrom(0, 4, 49.99, 100),
      }),
    },
    { requiredKeys: ['event'] },
  )
  .map(
    ({ of, ...leaf }): EventLeaf =>
      (leaf.event.startsWith('Email') && of ? { ...leaf, of } : leaf) as EventLeaf,
  )
const consentRule = fc.record({
  consent: fc.constantFrom('email', 'sms'),
  state: fc.constantFrom('given', 'refused', 'unknown'),
}) as fc.Arbitrary<Rule>
// Chosen by its place: the ids are not known yet.
const segmentRule = fc.record({
  segment: fc.constantFrom('0', '1', '2', '3'),
  member: fc.boolean(),
}) as fc.Arbitrary<Rule>
const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    fieldRule(traits),
    numberRule,
    instantRule,
    eventRule,
    consentRule,
    segmentRule,
    fc.record({ and: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

/** The rule with its segments by their ids. */
const named = (rule: Rule): Rule =>
  JSON.parse(JSON.stringify(rule), (key, value) =>
    key === 'segment' ? [...segments.keys()][Number(value)] : value,
  )

test('selecting all, asking one and a second implementation agree on any rule about anybody', async () => {
  await fc.assert(
    fc.asyncProperty(anyRule, fc.nat(people.length - 1), async (drawn, whom) => {
      const rule = named(drawn)
      const expected = people.filter((person) => holds(person, rule, ground)).map(({ id }) => id)
      await inTransaction(scope, async (tx) => {
        const { contactIds } = await selectMatching(tx, rule, { ...asked, limit: 1000 })
        expect(contactIds.toSorted()).toEqual(expected.map((id) => ids.get(id)).toSorted())
        const one = people[whom]?.id ?? ''
        const answer = await askRule(tx, rule, { ...asked, contactId: ids.get(one) ?? '' })
        expect([one, answer.holds]).toEqual([one, expected.includes(one)])
      })
    }),
    { numRuns: 250 },
  )
}, 120_000)
