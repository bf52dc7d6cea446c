import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { findContacts } from '../contact/find-contacts'
import { getContact } from '../contact/get-contact'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { listMerges } from './list-merges'
import { undoMerge } from './undo-merge'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const start = '2026-03-02T10:00:00Z'
const workspace = () => knowledge.workspace(start)

const known = async (scope: Scope, externalId = 'u') =>
  (await findContacts(scope, { externalId })).items[0]?.id ?? ''

const visitor = (scope: Scope, value = 'c') =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [row] = await sql<{ id: string }[]>`
      select contact_id as id from identities where workspace_id = ${workspaceId} and kind = 'anonymous' and value = ${value}`
    return row?.id ?? ''
  })

/** Everything that is somebody's, ids of visits and times of writing left out. */
const everything = async (scope: Scope, contactId: string) => {
  const counts = await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`
      select (select jsonb_agg(name order by at, name) from events where workspace_id = ${workspaceId} and contact_id = ${contactId}
          and not (name = 'identify' and properties = '{}')) as events,
        (select jsonb_agg(jsonb_build_object('order', order_id, 'cents', revenue_cents) order by order_id) from orders
          where workspace_id = ${workspaceId} and contact_id = ${contactId}) as orders,
        (select jsonb_agg(jsonb_build_object('channel', channel, 'state', state) order by channel, at, state) from consent_log
          where workspace_id = ${workspaceId} and contact_id = ${contactId}) as said`,
  )
  return { record: await getContact(scope, contactId), counts: [...counts] }
}

const join = { type: 'identify', userId: 'u', anonymousId: 'c' }
const undoLast = async (scope: Scope) => {
  const [merge] = await listMerges(scope, await known(scope))
  return undoMerge(scope, merge?.id ?? '')
}

const when = fc
  .integer({ min: 0, max: 600 })
  .map((minute) => new Date(Date.parse('2026-03-01T00:00:00Z') + minute * 60_000).toISOString())
const act = fc.oneof(
  fc.record({ type: fc.constant('page'), section: fc.constantFrom('a', 'b'), at: when }),
  fc.record({ type: fc.constant('order'), cents: fc.integer({ min: 1, max: 99 }), at: when }),
  fc.record({ type: fc.constant('cart'), product: fc.constantFrom('p', 'q'), at: when }),
  fc.record({
    type: fc.constant('identify'),
    traits: fc.record(
      {
        firstName: fc.constantFrom('Ann', 'Bea'),
        phone: fc.constantFrom('+33600000001', '+33600000002'),
        size: fc.constantFrom(36, 38),
        consent: fc.record({ email: fc.boolean() }),
      },
      { requiredKeys: [] },
    ),
    at: when,
  }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

let orders = 0
const said = (who: object, one: Act) => {
  const base = { ...who, timestamp: one.at }
  if ('section' in one)
    return { ...base, type: 'page', properties: { path: `/${one.section}`, section: one.section } }
  if ('cents' in one) {
    orders += 1
    const properties = { order_id: `o${orders}`, revenue: one.cents }
    return { ...base, type: 'track', event: 'Order Completed', properties }
  }
  if ('product' in one) {
    const properties = { product_id: one.product, price: 10 }
    return { ...base, type: 'track', event: 'Product Added', properties }
  }
  return { ...base, type: 'identify', traits: { last: one.at, ...one.traits } }
}

test('whatever two people had: joined and parted again, each has what was theirs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 6 }),
      fc.array(act, { minLength: 1, maxLength: 6 }),
      async (theirs, own) => {
        const scope = await workspace()
        for (const one of own) await tell(scope, said({ userId: 'u' }, one))
        for (const one of theirs) await tell(scope, said({ anonymousId: 'c' }, one))
        const [intoId, fromId] = [await known(scope), await visitor(scope)]
        const before = [await everything(scope, fromId), await everything(scope, intoId)]
        await tell(scope, join)
        expect((await getContact(scope, fromId)).id).toBe(intoId)
        await undoLast(scope)
        const after = [await everything(scope, fromId), await everything(scope, intoId)]
        expect(after).toEqual(before)
      },
    ),
    { numRuns: 25 },
  )
})

test('what happened since stays with the survivor', async () => {
  const scope = await workspace()
  const page = (who: object, day: number) => ({
    ...who,
    type: 'page',
    properties: { path: `/d${day}` },
    timestamp: `2026-02-0${day}T10:00:00Z`,
  })
  await tell(scope, page({ userId: 'u' }, 1), page({ anonymousId: 'c' }, 2))
  const fromId = await visitor(scope)
  await tell(scope, join)
  await tell(scope, page({ userId: 'u' }, 3))
  await undoLast(scope)
  const state = async (contactId: string) => (await getContact(scope, contactId)).state
  expect(await state(fromId)).toMatchObject({ visitsCount: 1, lastSection: 'd2' })
  expect(await state(await known(scope))).toMatchObject({ visitsCount: 2, lastSection: 'd3' })
})

test('a merge is undone once, by the later one first, and within 30 days', async () => {
  const scope = await workspace()
  const visit = (anonymousId: string) => ({ type: 'page', anonymousId, properties: {} })
  await tell(scope, visit('c'), { type: 'identify', userId: 'u', traits: {} })
  await tell(scope, join)
  const merges = async () => listMerges(scope, await known(scope, 'v'))
  await tell(scope, { type: 'alias', userId: 'v', previousId: 'u' })
  const obstacles = (await merges()).map(({ obstacle }) => obstacle)
  expect(obstacles).toEqual([null, 'joined-since'])
  const [later, earlier] = await merges()
  await expect(undoMerge(scope, earlier?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
  await undoMerge(scope, later?.id ?? '')
  await expect(undoMerge(scope, later?.id ?? '')).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'undone' },
  })
  await inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set clock_now = clock_now + interval '31 days' where id = ${workspaceId}`,
  )
  await expect(undoMerge(scope, earlier?.id ?? '')).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'too-late' },
  })
})

test('what one brought along who was erased since cannot go back', async () => {
  const scope = await workspace()
  await tell(
    scope,
    { type: 'page', anonymousId: 'c', properties: {} },
    { ...join, anonymousId: null },
  )
  await tell(scope, join)
  const [merge] = await listMerges(scope, await known(scope))
  await inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update contacts set erased_at = now() where workspace_id = ${workspaceId} and id = ${merge?.fromId ?? ''}`,
  )
  await expect(undoMerge(scope, merge?.id ?? '')).rejects.toMatchObject({
    details: { reason: 'erased' },
  })
})
