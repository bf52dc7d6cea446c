import { newId } from '@relance/core/id/ids'
import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { day, moment, now, tellPeople } from '../testing/rule-people'
import { askRule } from './ask-rule'
import { compileCrowd } from './compile-crowd'
import { checkRule, compileRule } from './compile-rule'
import { ruleFields } from './fields'
import type { RuleMoment } from './rule-moment'
import { countMatching, selectMatching } from './select-matching'
import { SqlParams } from './sql-text'

let knowledge: TestKnowledge
let scope: Scope
let ids: Map<string, string>
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  ids = await tellPeople(scope)
})
afterAll(() => knowledge.close())

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

test('asked of everybody, it is one index range of the name and its time', async () => {
  const plan = await inTransaction(scope, async (tx) => {
    await tx.sql`set local enable_seqscan = off`
    await tx.sql`set local enable_bitmapscan = off`
    const params = new SqlParams()
    const { source } = await compileCrowd(
      tx,
      { event: 'Order Completed', count: { op: '>=', value: 2 }, within: 'P7D' },
      moment,
      params,
      { isWhole: true },
    )
    const rows = await tx.sql.unsafe<{ 'QUERY PLAN': string }[]>(
      `explain select c.id ${source}`,
      params.values,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(
    /Index Only Scan .* on events_\d{4}.*\n *Index Cond: .*name = .*at <= .*at >= /,
  )
})
