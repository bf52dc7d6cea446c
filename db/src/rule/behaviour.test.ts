import { behaviourSettings } from '@relance/core/contact/behaviour'
import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { getContact } from '../contact/get-contact'
import { loadMailData } from '../contact/load-mail-data'
import { lockContacts } from '../contact/lock-contacts'
import { upsertProducts } from '../product/upsert-products'
import { createSegment } from '../segment/create-segment'
import { fillSegment } from '../segment/fill-segment'
import { listMembers } from '../segment/list-members'
import { contactsToCheck, takeChecks } from '../segment/member-checks'
import { refreshMembers } from '../segment/refresh-members'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { updateWorkspace } from '../workspace/update-workspace'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

const NOW = '2026-03-16T10:00:00Z'
const shop = () => knowledge.workspace(NOW)
const identify = (userId: string, traits: object) => ({
  type: 'identify',
  userId,
  traits,
  timestamp: NOW,
})
const track = (userId: string, event: string, properties: object, timestamp = NOW) => ({
  type: 'track',
  event,
  userId,
  properties,
  timestamp,
})
const idOf = async (scope: Scope, externalId: string) => {
  const [row] = await inTransaction(
    scope,
    (tx) => tx.sql<{ id: string }[]>`select id from contacts where external_id = ${externalId}`,
  )
  return row?.id ?? ''
}
const behaviourOf = async (scope: Scope, externalId: string) =>
  (await getContact(scope, await idOf(scope, externalId))).behaviour
const setClock = (scope: Scope, to: string) =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set clock_now = ${to} where id = ${workspaceId}`,
  )
const segmentOf = async (scope: Scope, rule: Rule) => {
  const { id } = await createSegment(scope, { name: 'Segment', rule })
  await fill(scope)
  return id
}
const fill = async (scope: Scope) => {
  while ((await inTransaction(scope, (tx) => fillSegment(tx))) > 0);
}
/** As the worker's loop does when something is due. */
const look = (scope: Scope) =>
  inTransaction(scope, async (tx) => {
    const due = await contactsToCheck(tx, 100)
    await lockContacts(tx, due)
    for (const check of await takeChecks(tx, due)) await refreshMembers(tx, check)
  })
const members = async (scope: Scope, segmentId: string) =>
  (await listMembers(scope, segmentId, { limit: 50 })).items.map(({ externalId }) => externalId)

test('labels are computed: subscriber by consent, buyer by an order that stands, responsive by a click', async () => {
  const scope = await shop()
  await tell(scope, identify('c', { email: 'c@example.com' }))
  expect((await behaviourOf(scope, 'c')).labels).toEqual([])
  await tell(scope, identify('c', { consent: { email: true } }))
  expect((await behaviourOf(scope, 'c')).labels).toEqual(['subscriber'])
  await tell(scope, track('c', 'Order Completed', { order_id: 'o', revenue: 20 }))
  await tell(scope, track('c', 'Email Link Clicked', {}))
  expect((await behaviourOf(scope, 'c')).labels).toEqual(['subscriber', 'buyer', 'responsive'])
  await tell(scope, track('c', 'Unsubscribed', {}))
  await tell(scope, track('c', 'Order Refunded', { order_id: 'o', total: 20 }))
  expect((await behaviourOf(scope, 'c')).labels).toEqual(['responsive'])
})

test('a referrer is whoever somebody names who has joined, not who merely invited or named themselves', async () => {
  const scope = await shop()
  const segment = await segmentOf(scope, { field: 'labels', op: 'contains', value: 'referrer' })
  await tell(scope, identify('anne', {}), identify('bob', { referredBy: 'bob' }))
  await tell(scope, { type: 'identify', anonymousId: 'a', traits: { referredBy: 'anne' } })
  await look(scope)
  expect(await members(scope, segment)).toEqual([])
  await tell(scope, { type: 'identify', anonymousId: 'a', userId: 'friend', traits: {} })
  await look(scope)
  expect(await members(scope, segment)).toEqual(['anne'])
  expect((await behaviourOf(scope, 'bob')).labels).toEqual([])
})

test('a click makes responsive for 90 days, to the minute, or for as many as the shop says', async () => {
  const scope = await shop()
  const rule: Rule = { field: 'labels', op: 'contains', value: 'responsive' }
  const segment = await segmentOf(scope, rule)
  await tell(scope, track('c', 'Email Link Clicked', {}))
  expect(await members(scope, segment)).toEqual(['c'])
  // The clocks of Paris go forward on the way: 90 local days.
  await setClock(scope, '2026-06-14T08:59:59Z')
  await look(scope)
  expect(await members(scope, segment)).toEqual(['c'])
  await setClock(scope, '2026-06-14T09:00:00Z')
  await look(scope)
  expect(await members(scope, segment)).toEqual([])
  await updateWorkspace(scope, { behaviour: { responsiveDays: 91 } })
  await fill(scope)
  expect(await members(scope, segment)).toEqual(['c'])
  expect((await behaviourOf(scope, 'c')).labels).toEqual(['responsive'])
})

test('without a setting the database reckons with the days that are proposed', async () => {
  const scope = await shop()
  const [row] = await inTransaction(
    scope,
    (tx) => tx.sql<{ days: number }[]>`select responsive_days('{}') as days`,
  )
  expect(row?.days).toBe(behaviourSettings.parse({}).responsiveDays)
})

async function gallery() {
  const scope = await shop()
  await inTransaction(scope, (tx) =>
    upsertProducts(tx, [
      { productId: 'p1', title: 'One', category: 'prints', brand: 'Lumen', creator: 'Ana' },
      { productId: 'p2', title: 'Two', category: 'cameras', brand: 'Leica', creator: 'Bea' },
      { productId: 'p3', title: 'Three', category: 'cameras', brand: 'Canon' },
    ]),
  )
  return scope
}
const bought = (order_id: string, product_id: string, quantity: number) =>
  track('c', 'Order Completed', { order_id, revenue: 10, products: [{ product_id, quantity }] })

test('the favourite is what was bought most, else what was looked at most, else the section seen most', async () => {
  const scope = await gallery()
  await tell(scope, {
    type: 'page',
    userId: 'c',
    properties: { section: 'nature' },
    timestamp: NOW,
  })
  expect(await behaviourOf(scope, 'c')).toMatchObject({
    favouriteCategory: 'nature',
    favouriteBrand: null,
  })
  await tell(scope, track('c', 'Product Viewed', { product_id: 'p2' }))
  expect(await behaviourOf(scope, 'c')).toMatchObject({
    favouriteCategory: 'cameras',
    favouriteBrand: 'Leica',
    favouriteCreator: 'Bea',
  })
  await tell(scope, bought('o1', 'p1', 2), bought('o2', 'p3', 1))
  expect(await behaviourOf(scope, 'c')).toMatchObject({
    favouriteCategory: 'prints',
    favouriteBrand: 'Lumen',
    favouriteCreator: 'Ana',
    interests: ['cameras', 'prints'],
  })
  // What is given back was no favourite.
  await tell(scope, track('c', 'Order Refunded', { order_id: 'o1', total: 10 }))
  expect(await behaviourOf(scope, 'c')).toMatchObject({ favouriteCategory: 'cameras' })
})

test('an order moves people between segments of favourites, and a mail names the same favourite', async () => {
  const scope = await gallery()
  const cameras = await segmentOf(scope, { field: 'favouriteCategory', op: '=', value: 'cameras' })
  const interested = await segmentOf(scope, { field: 'interests', op: 'contains', value: 'prints' })
  await tell(scope, bought('o1', 'p2', 1))
  expect([await members(scope, cameras), await members(scope, interested)]).toEqual([['c'], []])
  await tell(scope, bought('o2', 'p1', 3))
  expect([await members(scope, cameras), await members(scope, interested)]).toEqual([[], ['c']])
  const id = await idOf(scope, 'c')
  const { contact } = await inTransaction(scope, (tx) => loadMailData(tx, id))
  expect(contact).toMatchObject({
    favourite_category: 'prints',
    favourite_brand: 'Lumen',
    interests: ['cameras', 'prints'],
    labels: ['buyer'],
  })
})

test('a product that gets another category moves whoever bought it', async () => {
  const scope = await gallery()
  const frames = await segmentOf(scope, { field: 'favouriteCategory', op: '=', value: 'frames' })
  await tell(scope, bought('o1', 'p1', 1))
  await inTransaction(scope, (tx) =>
    upsertProducts(tx, [{ productId: 'p1', title: 'One', category: 'frames' }]),
  )
  await look(scope)
  expect(await members(scope, frames)).toEqual(['c'])
})

test('what somebody says interests them counts too, and a section seen is seen for good', async () => {
  const scope = await gallery()
  const nature = await segmentOf(scope, { field: 'sectionsSeen', op: 'contains', value: 'nature' })
  await tell(scope, identify('c', { interests: ['frames'] }), bought('o1', 'p1', 1))
  expect((await behaviourOf(scope, 'c')).interests).toEqual(['frames', 'prints'])
  expect(await members(scope, nature)).toEqual([])
  const page = (section: string, timestamp: string) => ({
    type: 'page',
    userId: 'c',
    properties: { section },
    timestamp,
  })
  await tell(scope, page('nature', '2026-03-01T10:00:00Z'), page('portrait', NOW))
  expect(await members(scope, nature)).toEqual(['c'])
})
