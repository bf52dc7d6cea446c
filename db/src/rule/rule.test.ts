import { newId } from '@relance/core/id/ids'
import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { subtractFrom } from '@relance/core/time/add-to'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { askRule } from './ask-rule'
import { checkRule, compileRule } from './compile-rule'
import { ruleFields } from './fields'
import type { RuleMoment } from './rule-moment'
import { countMatching, selectMatching } from './select-matching'

let knowledge: TestKnowledge
let scope: Scope
let ids: Map<string, string>
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  await tell(scope, ...people.flatMap(messagesOf))
  const rows = await inTransaction(scope, (tx) => tx.sql`select id, external_id from contacts`)
  ids = new Map(rows.map(({ id, external_id }) => [external_id, id]))
})
afterAll(() => knowledge.close())

const now = new Date('2026-03-31T12:00:00Z')
const moment: RuleMoment = { now, timeZone: 'Europe/Paris' }

interface Told {
  name: string
  at: Date
  properties: Record<string, unknown>
}
interface Person {
  id: string
  traits: Record<string, unknown>
  events: Told[]
}

const day = (n: number, hour = 12) => new Date(Date.UTC(2026, 2, n, hour))
const order = (at: Date, revenue: number, extra: object = {}): Told => ({
  name: 'Order Completed',
  at,
  properties: { order_id: newId(), revenue, ...extra },
})
const people: Person[] = [
  { id: 'p0', traits: {}, events: [] },
  {
    id: 'p1',
    traits: { score: 5, city: 'Lyon', vip: true, tags: ['a', 'b'], since: '2026-03-05' },
    events: [order(day(1), 40), order(day(24), 60, { coupon: 'X' })],
  },
  {
    id: 'p2',
    traits: { score: '7.5', city: 'lyon', vip: 'true', address: { city: 'Nice' } },
    events: [order(day(24, 12), 49.99), { name: 'Liked', at: day(30), properties: { stars: 3 } }],
  },
  {
    id: 'p3',
    traits: { score: null, city: '', since: 'soon' },
    events: [
      { name: 'Liked', at: day(31, 13), properties: {} },
      { name: 'Liked', at: day(24), properties: { stars: '4' } },
    ],
  },
]

const messagesOf = ({ id, traits, events }: Person) => [
  { type: 'identify', userId: id, traits, timestamp: '2026-02-01T00:00:00Z' },
  ...events.map(({ name, at, properties }) => ({
    type: 'track',
    event: name,
    userId: id,
    properties,
    timestamp: at.toISOString(),
  })),
]

// A second, tiny implementation of what the design says of rules.
const numberOf = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : null
const textOf = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
const ordered = <Value extends string | number>(
  one: Value | null,
  op: string,
  other: Value,
): boolean => {
  if (one === null) return false
  const results: Record<string, boolean> = {
    '=': one === other,
    '!=': one !== other,
    '<': one < other,
    '<=': one <= other,
    '>': one > other,
    '>=': one >= other,
  }
  return results[op] ?? false
}
function fieldHolds(values: Record<string, unknown>, { field, op, value }: FieldLeaf): boolean {
  const seen = values[field]
  if (op === 'known') return (seen !== undefined && seen !== null) === (value !== false)
  if (op === 'in')
    return (
      Array.isArray(value) &&
      value.some((one) => fieldHolds(values, { field, op: '=', value: one }))
    )
  const text = textOf(seen)
  if (op === 'contains')
    return Array.isArray(seen)
      ? seen.includes(value)
      : (text?.toLowerCase().includes(String(value).toLowerCase()) ?? false)
  if (op === 'starts-with')
    return text?.toLowerCase().startsWith(String(value).toLowerCase()) ?? false
  if (typeof value === 'number') return ordered(numberOf(seen), op, value)
  if (typeof value === 'boolean' && op !== '=' && op !== '!=') return false
  return ordered(text, op, String(value))
}
function eventHolds(person: Person, leaf: EventLeaf): boolean {
  const from = leaf.within ? subtractFrom(now, leaf.within, 'Europe/Paris') : new Date(0)
  const found = person.events.filter(
    ({ name, at, properties }) =>
      name === leaf.event &&
      at <= now &&
      at >= from &&
      (!leaf.where || holds({ ...person, traits: properties }, leaf.where)),
  )
  if (leaf.sum) {
    const { property, op, value } = leaf.sum
    const sum = found.reduce(
      (total, { properties }) => total + Math.round((numberOf(properties[property]) ?? 0) * 100),
      0,
    )
    return ordered(sum, op, Math.round(value * 100))
  }
  return ordered(found.length, leaf.count?.op ?? '>=', leaf.count?.value ?? 1)
}
function holds(person: Person, rule: Rule): boolean {
  if ('and' in rule) return rule.and.every((part) => holds(person, part))
  if ('or' in rule) return rule.or.some((part) => holds(person, part))
  if ('not' in rule) return !holds(person, rule.not)
  if ('field' in rule) return fieldHolds(person.traits, rule)
  if ('event' in rule) return eventHolds(person, rule)
  throw new Error('not of this test')
}

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

const ask = (rule: Rule, person = 'p1', enrolment?: RuleMoment['enrolment']) =>
  inTransaction(scope, (tx) =>
    askRule(tx, rule, { ...moment, enrolment, contactId: ids.get(person) ?? '' }),
  )

test('the answer lists every leaf with its path and the value seen', async () => {
  const rule: Rule = {
    or: [
      { event: 'Order Completed', within: 'P7D' },
      {
        and: [
          { field: 'city', op: '=', value: 'Nice' },
          { not: { consent: 'email', state: 'given' } },
        ],
      },
      { field: 'lastOrderAt', op: '<=', value: { ago: 'P7D' } },
    ],
  }
  const { holds: isTrue, seen } = await ask(rule)
  expect(isTrue).toBe(true)
  expect(seen.map(({ path, value, holds }) => [path, value, holds])).toEqual([
    ['or.0', 1, true],
    ['or.1.and.0', 'Lyon', false],
    ['or.1.and.1.not', 'unknown', false],
    ['or.2', '2026-03-24T12:00:00.000Z', true],
  ])
})

test('windows include both ends and stop at now', async () => {
  expect((await ask({ event: 'Order Completed', within: 'P7D' })).holds).toBe(true)
  expect((await ask({ event: 'Order Completed', within: 'PT167H' })).holds).toBe(false)
  expect((await ask({ event: 'Liked', count: { op: '=', value: 1 } }, 'p3')).seen[0]?.value).toBe(1)
})

test('since and of refer to the enrolment; what has not been is unknown, so false', async () => {
  const enrolment = {
    id: newId(),
    flowId: newId(),
    enteredAt: day(20),
    anchorAt: day(25),
    cartId: null,
    leftAt: { 'mail-1': day(1) },
  }
  const since = (at: string, count?: EventLeaf['count']) =>
    ask({ event: 'Order Completed', since: at, count }, 'p1', enrolment)
  expect([
    (await since('entry')).holds,
    (await since('anchor')).holds,
    (await since('mail-1')).seen[0]?.value,
  ]).toEqual([true, false, 2])
  expect(await since('mail-2', { op: '=', value: 0 })).toMatchObject({
    holds: false,
    seen: [{ value: null }],
  })
  expect((await ask({ event: 'Order Completed', since: 'entry' })).holds).toBe(false)
  const clicked = (node_id: string) => ({
    type: 'track',
    event: 'Email Link Clicked',
    userId: 'p0',
    properties: { node_id, enrolment_id: enrolment.id },
    timestamp: day(26).toISOString(),
  })
  await tell(scope, clicked('mail-1'))
  expect((await ask({ event: 'Email Link Clicked', of: 'mail-1' }, 'p0', enrolment)).holds).toBe(
    true,
  )
  expect((await ask({ event: 'Email Link Clicked', of: 'mail-2' }, 'p0', enrolment)).holds).toBe(
    false,
  )
  expect(
    (await ask({ event: 'Email Link Clicked', of: 'mail-1' }, 'p0', { ...enrolment, id: newId() }))
      .holds,
  ).toBe(false)
})

test('dates and instants: ago, a date as midnight in the zone, traits written as dates', async () => {
  const at = (field: string, op: FieldLeaf['op'], value: FieldLeaf['value']) =>
    ask({ field, op, value }).then(({ holds: isTrue }) => isTrue)
  expect(await at('lastOrderAt', '>=', '2026-03-24')).toBe(true)
  expect(await at('lastOrderAt', '>', '2026-03-25')).toBe(false)
  expect(await at('since', '>=', { ago: 'P26D' })).toBe(false)
  expect(await at('traits.since', '>=', { ago: 'P1M' })).toBe(true)
  expect((await ask({ field: 'since', op: '<', value: { ago: 'P1D' } }, 'p3')).holds).toBe(false)
  expect((await ask({ field: 'address.city', op: '=', value: 'Nice' }, 'p2')).holds).toBe(true)
})

test('the cart is the enrolment’s, else the open one touched last', async () => {
  const added = (cart_id: string, price: number, n: number) => ({
    type: 'track',
    event: 'Product Added',
    userId: 'p2',
    properties: { cart_id, product_id: 'a', price },
    timestamp: day(n).toISOString(),
  })
  await tell(scope, added('c-1', 10, 26), added('c-2', 20.5, 27))
  const value = async (cartId: string | null) => {
    const enrolment = {
      id: newId(),
      flowId: newId(),
      enteredAt: day(1),
      anchorAt: day(1),
      cartId,
      leftAt: {},
    }
    return (
      await ask(
        {
          and: [
            { field: 'cart.value', op: '>', value: 0 },
            { field: 'cart.lines', op: '=', value: 1 },
          ],
        },
        'p2',
        enrolment,
      )
    ).seen.map((leaf) => leaf.value)
  }
  expect([await value('c-1'), await value(null), await value('gone')]).toEqual([
    [10, 1],
    [20.5, 1],
    [null, null],
  ])
})

test('a visit is a session: counted by sessions, not by pages', async () => {
  const page = (timestamp: string) => ({
    type: 'page',
    userId: 'p3',
    properties: { path: '/x' },
    timestamp,
  })
  await tell(scope, page('2026-03-10T10:00:00Z'), page('2026-03-10T10:05:00Z'))
  expect((await ask({ event: 'visit' }, 'p3')).seen[0]?.value).toBe(1)
  expect((await ask({ event: 'page' }, 'p3')).seen[0]?.value).toBe(2)
})

test('a rule that can never be asked says so when it is checked', () => {
  const wrong: [Rule, string][] = [
    [{ segment: newId(), member: true }, 'segment'],
    [{ field: 'lastOrderAt', op: '>', value: 'soon' }, 'lastOrderAt'],
    [{ field: 'ordersCount', op: '>', value: 'many' }, 'ordersCount'],
    [{ event: 'X', where: { event: 'Y' } }, 'where'],
    [{ field: 'city', op: '=' }, 'city'],
  ]
  for (const [rule, field] of wrong) {
    expect(() => checkRule(rule, 'UTC')).toThrow(
      expect.objectContaining({ code: 'invalid', details: { field } }),
    )
  }
})

test('every field of the list can be asked for, and pages go on where the last one ended', async () => {
  const known = { or: ruleFields.map(({ field }): Rule => ({ field, op: 'known' })) }
  await inTransaction(scope, async (tx) => {
    expect(await countMatching(tx, known, moment)).toBe(4)
    const first = await selectMatching(tx, known, { ...moment, limit: 3 })
    const second = await selectMatching(tx, known, { ...moment, limit: 3, cursor: first.next })
    expect([first.contactIds.length, second.contactIds.length, second.next]).toEqual([3, 1, null])
  })
})

test('an event leaf is an index range of the contact and its time', async () => {
  const plan = await inTransaction(scope, async (tx) => {
    await tx.sql`
      insert into events (workspace_id, id, message_id, contact_id, type, name, at, received_at, source)
      select ${tx.workspaceId}, gen_random_uuid(), 'filler' || n, gen_random_uuid(), 'track', 'Filler', ${now}, ${now}, 'test'
      from generate_series(1, 3000) n`
    await tx.sql`set local enable_seqscan = off`
    await tx.sql`set local enable_bitmapscan = off`
    const { text, params } = compileRule({ event: 'Order Completed', within: 'P7D' }, moment)
    const rows = await tx.sql.unsafe<{ 'QUERY PLAN': string }[]>(
      `explain select c.id from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
       where c.workspace_id = '${tx.workspaceId}' and c.id = '${ids.get('p1')}' and ${text}`,
      params.values,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/events_\d{4}_\d\d e_1.*\n *Index Cond: .*contact_id = .*at <= .*at >= /)
})
