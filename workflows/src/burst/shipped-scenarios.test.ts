import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { publishScenario } from '../testing/publish-scenario'
import { advance, send, sentSubjects, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T09:00:00Z')
})
afterEach(() => world.close())

const order = (who: string, id: string) =>
  track(who, 'Order Completed', {
    ...{ order_id: id, currency: 'EUR', total: 59.97, revenue: 59.97 },
    products: [{ product_id: 'p-1', name: 'Regard', price: 19.99, quantity: 3 }],
  })
const sent = () => sentSubjects(world)

test('an order is confirmed at once with its lines and total, also to somebody who has unsubscribed', async () => {
  await publishScenario(world, 'order-confirmation', { withMails: true })
  await send(world, identify('ada'), track('ada', 'Unsubscribed'))
  await advance(world, '2026-03-02T10:00:00Z')
  await send(world, order('ada', 'A-7'))
  await advance(world, '2026-03-02T10:01:00Z')
  expect(await sent()).toEqual([
    expect.stringMatching(/^2026-03-02T10:00 Your order A-7 is confirmed/),
  ])
  const [raw = ''] = world.sink.taken
  expect(raw).toMatch(/Regard[\s\S]*59\.97/)
  expect(raw).not.toMatch(/^List-Unsubscribe/m)
})

test('an unsubscription is confirmed by one service mail, and nothing comes after it', async () => {
  await publishScenario(world, 'opt-out', { withMails: true })
  await publishScenario(world, 'welcome-sign-up', { withMails: true })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:00Z')
  await send(world, track('ada', 'Unsubscribed'))
  await advance(world, '2026-03-20T10:00:00Z')
  expect(await sent()).toEqual([
    expect.stringMatching(/^2026-03-02T09:00 Welcome/),
    '2026-03-02T10:00 You are unsubscribed',
  ])
})

test('a sign-up brings mails at once, on day 2 and on day 5', async () => {
  await publishScenario(world, 'welcome-sign-up', { withMails: true })
  await send(world, identify('ada'), page('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-10T09:00:00Z')
  expect((await sent()).map((line) => line.slice(0, 16))).toEqual([
    '2026-03-02T09:00',
    '2026-03-04T09:00',
    '2026-03-07T09:00',
  ])
})

test('an order on day 1 ends the welcome of a sign-up, and that of a new customer goes on from there', async () => {
  await publishScenario(world, 'welcome-sign-up', { withMails: true })
  await publishScenario(world, 'welcome-customer', { withMails: true })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-03T09:00:00Z')
  await send(world, order('ada', 'A-1'))
  await advance(world, '2026-03-12T09:00:00Z')
  expect(await sent()).toEqual([
    expect.stringMatching(/^2026-03-02T09:00 Welcome/),
    expect.stringMatching(/^2026-03-03T09:00 .*[Tt]hank you for your first order/),
    expect.stringMatching(/^2026-03-05T09:00 .*[Mm]ake the most/),
    expect.stringMatching(/^2026-03-08T09:00 .*goes well/),
  ])
})

test('a second order ends the welcome of a new customer, and begins none', async () => {
  await publishScenario(world, 'welcome-customer', { withMails: true })
  await send(world, identify('ada'), order('ada', 'A-1'))
  await advance(world, '2026-03-03T09:00:00Z')
  await send(world, order('ada', 'A-2'))
  await advance(world, '2026-03-20T09:00:00Z')
  expect(await sent()).toHaveLength(1)
})

test('a sign-up without a visit for a week is asked where to begin, and gets a credit a week later; a visitor is left alone', async () => {
  await publishScenario(world, 'inactive-sign-up', { withMails: true })
  for (const who of ['ada', 'bea'])
    await send(world, identify(who), page(who), track(who, 'Signed Up'))
  await advance(world, '2026-03-05T09:00:00Z')
  await send(world, page('bea'))
  await advance(world, '2026-03-20T09:00:00Z')
  expect(await sent()).toEqual([
    expect.stringMatching(/^2026-03-09T09:00 .*where to begin/i),
    expect.stringMatching(/^2026-03-16T09:00 .*€10 to begin with/),
  ])
})

test('three days after a delivery the question comes; whoever answers 1 or 2 hears from a person, whoever answers 5 does not', async () => {
  await publishScenario(world, 'post-delivery', { withMails: true })
  for (const who of ['ada', 'bea'])
    await send(world, identify(who), track(who, 'Order Delivered', { order_id: who }))
  await advance(world, '2026-03-06T09:00:00Z')
  expect((await sent()).map((line) => line.slice(0, 16))).toEqual(Array(2).fill('2026-03-05T09:00'))
  await send(
    world,
    track('ada', 'Survey Answered', { score: 1 }),
    track('bea', 'Survey Answered', { score: 5 }),
  )
  await advance(world, '2026-03-20T09:00:00Z')
  expect((await sent()).filter((line) => /went wrong/.test(line))).toHaveLength(1)
  expect(await sent()).toHaveLength(3)
})

test('a birthday is greeted at 9 in the morning, once', async () => {
  await publishScenario(world, 'birthday', { withMails: true })
  await send(world, identify('ada', { birthday: '1990-03-04' }))
  await advance(world, '2026-05-01T00:00:00Z')
  expect(await sent()).toEqual([expect.stringMatching(/^2026-03-04T0[89]:00 Happy birthday/)])
})
