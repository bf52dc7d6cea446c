import { activitySettings } from '@relance/core/activity/activity-settings'
import { declineSettings } from '@relance/core/activity/decline-settings'
import type { Rule } from '@relance/core/rule/rule'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { countMatching } from '../rule/select-matching'
import { type TestKnowledge, tell, testKnowledge } from '../testing/know-workspace'
import { lookAtActivity, moveTo, ownEvents } from '../testing/look-at-activity'
import { updateWorkspace } from '../workspace/update-workspace'

let knowledge: TestKnowledge
beforeAll(async () => {
  knowledge = await testKnowledge()
})
afterAll(() => knowledge.close())

let sent = 0
const event = (type: 'page' | 'track', at: Date, rest: Record<string, unknown>) => ({
  type,
  userId: 'ada',
  messageId: `m-${sent++}`,
  timestamp: at.toISOString(),
  ...rest,
})
const DAY_MS = 86_400_000
const START = Date.parse('2026-03-02T10:00:00Z')
const day = (n: number) => new Date(START + n * DAY_MS)

/** Visits that many days apart, the last at START. */
const visits = (count: number, apart: number) =>
  Array.from({ length: count }, (_, n) =>
    event('page', day(-apart * (count - 1 - n)), { name: 'Home' }),
  )
/** Orders a day apart, the last at START. */
const orders = (...euros: number[]) =>
  euros.map((revenue, n) =>
    event('track', day(n + 1 - euros.length), {
      event: 'Order Completed',
      properties: { order_id: `o-${n}-${sent}`, revenue },
    }),
  )

const holds = async (scope: Scope, field: string, value: string | boolean, now: Date) => {
  const rule: Rule = { field, op: '=', value }
  return (
    (await inTransaction(scope, (tx) =>
      countMatching(tx, rule, { now, timeZone: 'Europe/Paris' }),
    )) === 1
  )
}
const reasonAt = async (scope: Scope, now: Date) => {
  for (const reason of ['gap', 'basket', 'both'])
    if (await holds(scope, 'decliningReason', reason, now)) return reason
  return (await holds(scope, 'declining', false, now)) ? null : 'unclear'
}
const shopAt = (now: Date) => knowledge.workspace(now.toISOString())

test('visits every 6 days and then none: a decline from day 14, the least that counts; every 10 days: from day 20', async () => {
  for (const { apart, limit } of [
    { apart: 6, limit: 14 },
    { apart: 10, limit: 20 },
  ]) {
    const shop = await shopAt(day(0))
    await tell(shop, ...visits(6, apart))
    expect(await reasonAt(shop, new Date(day(limit).getTime() - 1))).toBe(null)
    expect(await reasonAt(shop, day(limit))).toBe('gap')
    await moveTo(shop, day(limit + 1).toISOString())
    await lookAtActivity(shop)
    expect(await ownEvents(shop, 'Started Declining')).toEqual([
      { who: 'ada', at: day(limit), properties: { reason: 'gap' } },
    ])
  }
})

test('a visit ends the decline that a gap was', async () => {
  const shop = await shopAt(day(30))
  await tell(shop, ...visits(6, 6))
  expect(await reasonAt(shop, day(30))).toBe('gap')
  const keys = await tell(shop, event('page', day(30), { name: 'Home' }))
  expect(keys.get('page')).toEqual(
    expect.arrayContaining(['field:declining', 'field:decliningReason']),
  )
  expect(await reasonAt(shop, day(30))).toBe(null)
})

test('three visits are too few to speak of a gap', async () => {
  const shop = await shopAt(day(0))
  await tell(shop, ...visits(3, 6))
  expect(await reasonAt(shop, day(60))).toBe(null)
})

test('baskets of 80, 80, 80, 50 and 50 are a decline the moment the last one is told; 80, 80, 80, 60 and 60 are none', async () => {
  const less = await shopAt(day(0))
  await tell(less, ...orders(80, 80, 80, 50).map((order) => order))
  expect(await reasonAt(less, day(0))).toBe(null)
  const keys = await tell(less, ...orders(50))
  expect(keys.get('Order Completed')).toContain('Started Declining')
  expect(await reasonAt(less, day(0))).toBe('basket')
  const same = await shopAt(day(0))
  await tell(same, ...orders(80, 80, 80, 60, 60))
  expect(await reasonAt(same, day(0))).toBe(null)
})

test('visits and baskets together are told apart from either, and may both be asked for', async () => {
  const shop = await shopAt(day(0))
  await tell(shop, ...visits(6, 6), ...orders(80, 80, 80, 50, 50))
  expect(await reasonAt(shop, day(13))).toBe('basket')
  expect(await reasonAt(shop, day(14))).toBe('both')
  await updateWorkspace(shop, { decline: { combine: 'all' } })
  expect(await reasonAt(shop, day(13))).toBe(null)
  expect(await reasonAt(shop, day(14))).toBe('both')
})

test('changed limits hold for everybody at once', async () => {
  const shop = await shopAt(day(0))
  await tell(shop, ...visits(6, 6), ...orders(80, 80, 80, 60, 60))
  await updateWorkspace(shop, { decline: { basketPercent: 75, minGapDays: 7, gapTimes: 3 } })
  expect(await reasonAt(shop, day(0))).toBe('basket')
  expect(await reasonAt(shop, day(18))).toBe('both')
  expect(await reasonAt(shop, day(17))).toBe('basket')
})

test('the database proposes what core does', async () => {
  const shop = await shopAt(day(0))
  const proposed = { ...activitySettings.parse({}), ...declineSettings.parse({}) }
  const [row] = await inTransaction(
    shop,
    ({ sql }) => sql`
      select ladder_days('{}', 'at-risk') as "atRiskAfterDays", ladder_days('{}', 'dormant') as "dormantAfterDays",
        ladder_days('{}', 'lost') as "lostAfterDays", to_char(at_risk_check('{}'), 'HH24:MI') as "atRiskCheckAt",
        decline_figure('{}', 'gapTimes') as "gapTimes", decline_figure('{}', 'minVisits') as "minVisits",
        decline_figure('{}', 'minGapDays') as "minGapDays", decline_figure('{}', 'basketPercent') as "basketPercent",
        decline_figure('{}', 'lastOrders') as "lastOrders", decline_figure('{}', 'earlierOrders') as "earlierOrders",
        'any' as combine, reaction_window('{}') as "reactionWindowDays", 5 as "reactionMinDelivered"`,
  )
  expect(row).toEqual(proposed)
})

test('rungs out of order are refused, and nothing is changed', async () => {
  const shop = await shopAt(day(0))
  await expect(updateWorkspace(shop, { activity: { atRiskAfterDays: 180 } })).rejects.toMatchObject(
    { code: 'invalid', details: { field: 'activity.dormantAfterDays' } },
  )
})
