import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { publishScenario } from '../testing/publish-scenario'
import { advance, messages, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const sentAt = async () => (await messages(world)).map(({ sentAt: at }) => at?.toISOString())

test('at risk: the credit goes at four in the morning of the day it is noticed, and fourteen days without a visit end it', async () => {
  await publishScenario(world, 'at-risk')
  await send(world, identify('ada'), page('ada'))
  // 90 local days after 2 March, 11:00 in Paris, is 31 May, 11:00; the next morning's look is at 02:00 UTC.
  await advance(world, '2026-06-15T01:59:00Z')
  expect(await sentAt()).toEqual(['2026-06-01T02:00:00.000Z'])
  expect(await runs(world)).toMatchObject([{ state: 'waiting' }])
  await advance(world, '2026-06-15T02:00:00Z')
  expect(await runs(world)).toMatchObject([{ endReason: 'end', endDetail: 'no-return' }])
})

test('at risk: a visit on day 6 leaves seven days to order, and the order is the goal', async () => {
  await publishScenario(world, 'at-risk')
  await send(world, identify('ada'), identify('bob'), page('ada'), page('bob'))
  await advance(world, '2026-06-07T02:00:00Z')
  await send(world, page('ada'), page('bob'))
  await advance(world, '2026-06-10T02:00:00Z')
  await send(world, track('ada', 'Order Completed', { order_id: 'o-1', revenue: 60 }))
  await advance(world, '2026-06-14T02:00:00Z')
  expect(
    (await runs(world)).map(({ endReason, endDetail }) => [endReason, endDetail]).sort(),
  ).toEqual([
    ['end', 'came-back'],
    ['goal', 'Order Completed'],
  ])
  expect(await sentAt()).toHaveLength(2)
})

test('commercial inactive: who opens mails and has ordered nothing for 90 days gets what is new, and an offer seven days later', async () => {
  await publishScenario(world, 'commercial-inactive')
  await send(world, identify('ada'), identify('technical'))
  await send(
    world,
    track('ada', 'Order Completed', { order_id: 'o-1', revenue: 60 }),
    track('technical', 'Order Completed', { order_id: 'o-2', revenue: 60 }),
  )
  await advance(world, '2026-04-02T10:00:00Z')
  for (const who of ['ada', 'technical'])
    for (let n = 0; n < 6; n++) await send(world, track(who, 'Email Delivered', { n }))
  await send(world, track('ada', 'Email Opened'), track('ada', 'Email Link Clicked'))
  await advance(world, '2026-06-14T10:00:00Z')
  expect(await sentAt()).toEqual(['2026-05-31T10:00:00.000Z', '2026-06-07T10:00:00.000Z'])
  expect(await runs(world)).toMatchObject([{ endReason: 'end', endDetail: 'no-return' }])
})

test('six months: the mail goes six months to the hour after the last visit, and an order within fourteen days is the goal', async () => {
  await publishScenario(world, 'six-month-absence')
  await send(world, identify('ada'), page('ada'))
  // By the calendar of Paris, where September has summer time and early March has not.
  await advance(world, '2026-09-02T08:59:00Z')
  expect(await sentAt()).toEqual([])
  await advance(world, '2026-09-10T10:00:00Z')
  expect(await sentAt()).toEqual(['2026-09-02T09:00:00.000Z'])
  await send(world, track('ada', 'Order Completed', { order_id: 'o-1', revenue: 60 }))
  await advance(world, '2026-09-20T10:00:00Z')
  expect(await runs(world)).toMatchObject([{ endReason: 'goal' }])
})
