import { inactivityDefinition, proposedInactivity } from '@relance/core/activity/inactivity'
import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { upsertProducts } from '../product/upsert-products'
import { selectMatching } from '../rule/select-matching'
import { createSegment } from '../segment/create-segment'
import { deleteSegment } from '../segment/delete-segment'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { moveTo } from '../testing/look-at-activity'
import { deleteDefinition, listDefinitions, saveDefinition } from './definitions'
import { previewDefinitions } from './preview-definitions'

let knowledge: TestKnowledge
let shop: Scope
beforeAll(async () => {
  knowledge = await testKnowledge()
  shop = await knowledge.workspace('2026-03-02T08:00:00Z')
})
afterAll(() => knowledge.close())

let sent = 0
const message = (type: string, userId: string, at: string, rest: Record<string, unknown> = {}) => ({
  ...{ type, userId, messageId: `m-${sent++}`, timestamp: at },
  ...rest,
})
const track = (userId: string, event: string, at: string, properties = {}) =>
  message('track', userId, at, { event, properties })

const b2b = inactivityDefinition.parse({
  ...proposedInactivity,
  name: 'Business',
  priority: 1,
  signals: ['open', 'click'],
  for: 'P6M',
  appliesTo: { field: 'type', op: '=', value: 'b2b' },
})
const shopping = inactivityDefinition.parse({ ...proposedInactivity, name: 'Shop', priority: 2 })
const furniture = inactivityDefinition.parse({
  ...shopping,
  name: 'Furniture',
  priority: 0,
  for: 'P2Y',
  category: 'furniture',
})
const inactiveBy = async (...definitions: (typeof shopping)[]) => {
  const { sample } = await previewDefinitions(shop, definitions)
  return Object.fromEntries(
    sample.map(({ externalId, definition }) => [externalId, definitions[definition]?.name]),
  )
}

test('each is judged by the first definition that is about them: six calendar months for business, 90 days for the shop, two years for furniture', async () => {
  await inTransaction(shop, (tx) =>
    upsertProducts(tx, [
      {
        productId: 'sofa',
        title: 'Sofa',
        category: 'furniture',
        priceCents: 90_000,
        currency: 'EUR',
      },
    ] as Parameters<typeof upsertProducts>[1]),
  )
  const early = '2025-06-01T09:00:00Z'
  await tell(
    shop,
    message('identify', 'p1', early, { traits: { type: 'b2b' } }),
    track('p1', 'Email Link Clicked', '2025-08-31T09:00:00Z'),
    message('page', 'p2', '2025-12-02T10:00:00Z', { name: 'Home' }),
    track('p3', 'Order Completed', '2025-12-01T10:00:00Z', {
      order_id: 'o-3',
      revenue: 900,
      products: [{ product_id: 'sofa', price: 900, quantity: 1 }],
    }),
    message('page', 'awake', '2026-02-01T10:00:00Z', { name: 'Home' }),
  )
  expect(await inactiveBy(b2b, shopping)).toEqual({ p1: 'Business', p2: 'Shop', p3: 'Shop' })
  expect(await inactiveBy(shopping, b2b, furniture)).toEqual({ p1: 'Business', p2: 'Shop' })
})

test('a limit is reached on its day: 28 February six months after 31 August, day 90 for the shop', async () => {
  for (const { now, inactive } of [
    { now: '2026-02-27T22:59:00Z', inactive: {} },
    { now: '2026-02-27T23:00:00Z', inactive: { p1: 'Business' } },
    { now: '2026-03-01T22:59:00Z', inactive: { p1: 'Business', p3: 'Shop' } },
    { now: '2026-03-01T23:00:00Z', inactive: { p1: 'Business', p3: 'Shop', p2: 'Shop' } },
  ]) {
    await moveTo(shop, now)
    expect(await inactiveBy(b2b, shopping)).toEqual(inactive)
  }
  await moveTo(shop, '2026-03-02T08:00:00Z')
})

test('120 days instead of 90 changes the count before anything is saved', async () => {
  expect(await previewDefinitions(shop, [shopping])).toMatchObject({ people: 4, inactive: 3 })
  expect(await previewDefinitions(shop, [{ ...shopping, for: 'P120D' }])).toMatchObject({
    inactive: 1,
    byDefinition: [1],
  })
  expect(await listDefinitions(shop)).toEqual([])
})

test('nobody is inactive before the days and mails that are granted first', async () => {
  expect(await inactiveBy({ ...shopping, graceDays: 91 })).toEqual({ p1: 'Shop', p3: 'Shop' })
  expect(await inactiveBy({ ...shopping, graceMessages: 1 })).toEqual({})
})

test('any signal missing is enough where that is asked for', async () => {
  const any = { ...shopping, match: 'any' as const, signals: ['visit', 'order'] as const }
  expect(await inactiveBy({ ...any, signals: [...any.signals], for: 'P20D' })).toHaveProperty(
    'awake',
  )
})

test('definitions are kept, changed and removed', async () => {
  const { id } = await saveDefinition(shop, shopping)
  await saveDefinition(shop, b2b)
  await saveDefinition(shop, { ...shopping, for: 'P120D', priority: 0 }, id)
  expect(await listDefinitions(shop)).toMatchObject([{ id, for: 'P120D' }, { name: 'Business' }])
  await deleteDefinition(shop, id)
  expect(await listDefinitions(shop)).toMatchObject([
    { name: 'Business', appliesTo: b2b.appliesTo },
  ])
  await expect(saveDefinition(shop, shopping, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('inactivity is technical without a reaction to six mails, commercial with reactions and no order, neither with both, undetermined after two mails', async () => {
  const mails = (user: string, name: string, count: number) =>
    Array.from({ length: count }, (_, n) => track(user, name, `2026-02-0${n + 1}T09:00:00Z`))
  await tell(
    shop,
    ...mails('a', 'Email Delivered', 6),
    ...mails('b', 'Email Delivered', 6),
    ...mails('b', 'Email Opened', 4),
    ...mails('b', 'Email Link Clicked', 1),
    ...mails('c', 'Email Delivered', 6),
    ...mails('c', 'Email Opened', 4),
    ...mails('c', 'Email Link Clicked', 1),
    track('c', 'Order Completed', '2026-02-07T09:00:00Z', { order_id: 'o-c', revenue: 10 }),
    ...mails('d', 'Email Delivered', 2),
  )
  const kindOf = async (kind: string, now: string) => {
    const among: Rule = { field: 'externalId', op: 'in', value: ['a', 'b', 'c', 'd'] }
    const rule: Rule = { and: [among, { field: 'inactivity', op: '=', value: kind }] }
    return inTransaction(shop, async (tx) => {
      const moment = { now: new Date(now), timeZone: 'Europe/Paris', limit: 10 }
      const { contactIds } = await selectMatching(tx, rule, moment)
      const rows = await tx.sql<{ who: string }[]>`
        select external_id as who from contacts where id = any(${contactIds}::uuid[]) order by 1`
      return rows.map(({ who }) => who).join('')
    })
  }
  const now = '2026-03-02T08:00:00Z'
  expect(await kindOf('technical', now)).toBe('a')
  expect(await kindOf('commercial', now)).toBe('b')
  expect(await kindOf('neither', now)).toBe('c')
  expect(await kindOf('undetermined', now)).toBe('d')
  expect(await kindOf('undetermined', '2026-06-02T08:00:00Z')).toBe('abcd')
})

test('a definition may apply to the people of a segment, which then cannot go', async () => {
  const { id: segment } = await createSegment(shop, {
    name: 'Businesses',
    rule: { field: 'type', op: '=', value: 'b2b' },
  })
  const appliesTo = { segment, member: true }
  const ofSegment = { ...b2b, name: 'Of the segment', appliesTo }
  const byRule = await previewDefinitions(shop, [b2b])
  expect(byRule.inactive).toBeGreaterThan(0)
  expect(await previewDefinitions(shop, [ofSegment])).toEqual(byRule)
  const { id } = await saveDefinition(shop, ofSegment)
  await expect(deleteSegment(shop, segment)).rejects.toMatchObject({ code: 'conflict' })
  await deleteDefinition(shop, id)
  await deleteSegment(shop, segment)
  await expect(saveDefinition(shop, ofSegment)).rejects.toMatchObject({ code: 'invalid' })
})
