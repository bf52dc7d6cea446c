import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { publishScenario } from '../testing/publish-scenario'
import { advance, limit, messages, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  await limit(world)
})
afterEach(() => world.close())

const sentAt = async () => (await messages(world)).map(({ sentAt: at }) => at?.toISOString())

test('the limits of a new workspace let an abandoned cart’s three mails go at their instants', async () => {
  await publishScenario(world, 'cart-abandonment')
  const product = { product_id: 'p-1', name: 'Print', price: 60, quantity: 1 }
  await send(world, identify('ada'), track('ada', 'Product Added', product))
  await advance(world, '2026-03-12T10:00:00Z')
  expect(await sentAt()).toEqual([
    '2026-03-02T10:30:00.000Z',
    '2026-03-03T10:00:00.000Z',
    '2026-03-06T10:00:00.000Z',
  ])
})

test('six months of silence still leave room for the mail that asks for a return', async () => {
  await publishScenario(world, 'six-month-absence')
  await send(world, identify('ada'), page('ada'))
  await advance(world, '2026-09-03T10:00:00Z')
  expect(await sentAt()).toHaveLength(1)
})

test('marketing carries both headers to unsubscribe by, a service mail none', async () => {
  const scenario = (event: string, typology: 'loyalty' | 'service') =>
    publish(world, {
      settings: { typology },
      graph: {
        nodes: [
          { id: 'start', type: 'on-event', version: 1, config: { event } },
          { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
          { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
        ],
        edges: [
          { from: 'start', exit: 'entered', to: 'mail' },
          { from: 'mail', exit: 'sent', to: 'end' },
        ],
      },
    })
  await scenario('News', 'loyalty')
  await scenario('Ordered', 'service')
  await send(world, identify('ada'), track('ada', 'News'))
  await advance(world, '2026-03-02T10:01:00Z')
  await send(world, track('ada', 'Unsubscribed'))
  await advance(world, '2026-03-02T10:02:00Z')
  await send(world, track('ada', 'Ordered'))
  await advance(world, '2026-03-02T10:03:00Z')
  const [news, order] = world.sink.taken
  expect(news).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/u\/[^>]+>/m)
  expect(news).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect(order).toBeDefined()
  expect(order).not.toMatch(/^List-Unsubscribe/m)
})
