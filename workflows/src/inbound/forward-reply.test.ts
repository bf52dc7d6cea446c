import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { giveBack, takingReturns, tokensOf } from '../testing/give-back'
import { identify, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World } from '../testing/world'

let world: World
const refused = new Set<string>()
beforeEach(async () => {
  refused.clear()
  world = await startWorld(
    '2026-03-02T10:00:00Z',
    {
      onRcptTo: ({ address }, _session, done) =>
        done(refused.has(address) ? new Error('Not now') : null),
    },
    takingReturns,
  )
  await updateWorkspace(world.scope, {
    sender: { name: 'Shop', address: 'hello@shop.example', replyTo: 'team@shop.example' },
  })
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-cart-abandoned', version: 1, config: { idle: 'PT30M' } },
        { id: 'mail-1', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail-1' },
        { from: 'mail-1', exit: 'sent', to: 'end' },
      ],
    },
  })
  const product = { cart_id: 'k-1', product_id: 'p-1', name: 'Blue shoe', price: 60, quantity: 2 }
  await send(world, identify('c-1'), track('c-1', 'Product Added', product))
  await advance(world, '2026-03-02T10:31:00Z')
})
afterEach(() => world.close())

const answer = () =>
  giveBack(world, 'reply', {
    ...{ token: tokensOf(world)[0] ?? '', to: 'reply', from: 'ada@customer.example' },
  })

test('an answer reaches whoever answers for the shop, with the cart it is about', async () => {
  await answer()
  const [, taken = ''] = world.sink.taken
  // Long lines are broken on their way.
  const forwarded = taken.replace(/=\r?\n/g, '')
  expect(forwarded).toMatch(/^From: Ada Customer <hello@shop\.example>/m)
  expect(forwarded).toMatch(/^To: team@shop\.example/m)
  expect(forwarded).toMatch(/^Reply-To: Ada Customer <ada@customer\.example>/m)
  expect(forwarded).toContain('2 =C3=97 Blue shoe')
  expect(forwarded).toContain('Does the blue one come in size 38?')
  expect(forwarded).toContain('http://localhost:3000/customers/')
  expect(forwarded).toContain('http://localhost:3000/answers')
  expect(forwarded).toContain('for 48 hours at most')
})

test('an answer that cannot be handed over now is asked for again, and is then not lost', async () => {
  refused.add('team@shop.example')
  await expect(answer()).rejects.toMatchObject({ responseCode: 451 })
  refused.clear()
  await answer()
  expect(world.sink.taken).toHaveLength(2)
})
