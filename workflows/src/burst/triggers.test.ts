import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { retryEnrolment } from '@relance/db/enrolment/retry-enrolment'
import { beforeEach, expect, test } from 'vitest'
import { identify, page, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z')
  return () => world.close()
})

const mailAfter = (trigger: { type: string; config: Record<string, unknown> }) => ({
  nodes: [
    { id: 'start', version: 1, ...trigger },
    { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'mail' },
    { from: 'mail', exit: 'sent', to: 'end' },
  ],
})

const product = { cart_id: 'c-1', product_id: 'p-1', name: 'Print', price: 45, quantity: 1 }

test('each activity on a cart before its line restarts the count', async () => {
  await publish(world, {
    graph: mailAfter({ type: 'on-cart-abandoned', config: { idle: 'PT30M' } }),
  })
  await send(world, identify('ada'), track('ada', 'Product Added', product))
  await advance(world, '2026-03-02T10:20:00Z')
  await send(world, track('ada', 'Product Added', { ...product, product_id: 'p-2' }))
  await advance(world, '2026-03-02T12:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-02T10:50:00Z') },
  ])
})

test('two people whose carts cross the line in the same instant are both taken', async () => {
  await publish(world, {
    graph: mailAfter({ type: 'on-cart-abandoned', config: { idle: 'PT30M' } }),
  })
  await send(
    world,
    identify('ada'),
    identify('bob'),
    track('ada', 'Product Added', product),
    track('bob', 'Product Added', product),
  )
  await advance(world, '2026-03-02T10:30:00Z')
  expect(await messages(world)).toHaveLength(2)
})

test('whoever has been silent for so long enters when the line is crossed, and once', async () => {
  const config = { signals: ['visit', 'order'], match: 'all', for: 'P30D' }
  await publish(world, { graph: mailAfter({ type: 'on-inactive', config }) })
  await send(
    world,
    identify('ada'),
    page('ada'),
    track('ada', 'Order Completed', { order_id: 'o-1', revenue: 10 }, '2026-03-01T10:00:00Z'),
  )
  await advance(world, '2026-06-01T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-04-01T10:00:00Z') },
  ])
})

test('those already past a line are taken when asked for, and only then', async () => {
  const graph = mailAfter({
    type: 'on-inactive',
    config: { signals: ['visit'], match: 'all', for: 'P30D' },
  })
  await send(world, identify('ada'), page('ada'))
  await advance(world, '2026-05-01T00:00:00Z')
  await publish(world, { graph })
  await advance(world, '2026-05-02T00:00:00Z')
  expect(await runs(world)).toEqual([])
  await publish(world, { graph }, { alsoPast: true })
  await advance(world, '2026-05-03T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-05-02T00:00:00Z') },
  ])
})

test('a schedule takes its audience at its instant', async () => {
  const audience = { field: 'firstName', op: '=', value: 'ada' }
  await publish(world, {
    graph: mailAfter({ type: 'on-schedule', config: { at: '2026-03-09T08:00:00Z', audience } }),
  })
  await send(world, identify('ada'), identify('bob'))
  await advance(world, '2026-03-20T00:00:00Z')
  expect(await messages(world)).toMatchObject([
    { state: 'sent', sentAt: new Date('2026-03-09T08:00:00Z') },
  ])
})

/** Calls a webhook, then ends by what it answered. */
const webhook = (url: string) => ({
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    {
      id: 'call',
      type: 'call-webhook',
      version: 1,
      config: { method: 'POST', url, headers: {}, body: '{"who":"{{ contact.external_id }}"}' },
    },
    { id: 'fine', type: 'end', version: 1, config: { as: 'exit', reason: 'fine' } },
    { id: 'broken', type: 'end', version: 1, config: { as: 'exit', reason: 'broken' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'call' },
    { from: 'call', exit: 'ok', to: 'fine' },
    { from: 'call', exit: 'failed', to: 'broken' },
  ],
})

test('a webhook is called with the customer in its body, and its answer leads on', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => asked.push(chunk.toString()))
    request.on('end', () => response.end('{}'))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  await inTransaction(
    world.scope,
    ({ sql, workspaceId }) => sql`
    update workspaces set settings = settings || '{"allowPrivateWebhooks": true}' where id = ${workspaceId}`,
  )
  await publish(world, {
    graph: webhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
  })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:00Z')
  expect(asked).toEqual(['{"who":"ada"}'])
  expect(await runs(world)).toMatchObject([{ state: 'ended', endDetail: 'fine' }])
  server.close()
})

test('a webhook into a private network is refused', async () => {
  await publish(world, { graph: webhook('http://127.0.0.1:9/') })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T10:00:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'ended', endDetail: 'broken' }])
})

test('a step that throws stops only its customer, who goes on after a retry', async () => {
  const graph = {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      {
        id: 'set',
        type: 'set-field',
        version: 1,
        config: { field: 'birthday', value: '{{ contact.traits.born }}' },
      },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'set' },
      { from: 'set', exit: 'done', to: 'end' },
    ],
  }
  await publish(world, { graph })
  await send(
    world,
    identify('ada', { born: 'yesterday' }),
    identify('bob', { born: '1990-04-01' }),
    track('ada', 'Signed Up'),
    track('bob', 'Signed Up'),
  )
  await advance(world, '2026-03-02T10:00:00Z')
  expect((await runs(world)).map(({ state }) => state).sort()).toEqual(['attention', 'ended'])
  await send(world, identify('ada', { born: '1991-05-02' }))
  const [stuck] = await inTransaction(
    world.scope,
    ({ sql }) => sql<{ id: string }[]>`select id from enrolments where state = 'attention'`,
  )
  await retryEnrolment(world.scope, stuck?.id ?? '')
  await advance(world, '2026-03-02T10:00:00Z')
  expect((await runs(world)).map(({ state }) => state)).toEqual(['ended', 'ended'])
})
