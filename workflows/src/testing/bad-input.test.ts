import { inTransaction } from '@relance/db/connection/in-transaction'
import { retryEnrolment } from '@relance/db/enrolment/retry-enrolment'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { beforeEach, expect, test } from 'vitest'
import { allowWrites, failWrites } from './as-owner'
import { identify, track } from './incoming'
import {
  advance,
  messages,
  publish,
  publishAgain,
  runs,
  send,
  startWorld,
  type World,
} from './world'

const NOW = '2026-03-02T10:00:00Z'

let world: World
beforeEach(async () => {
  world = await startWorld(NOW)
  return () => world.close()
})

const step = (id: string, type: string, config: Record<string, unknown>) => ({
  ...{ id, type, version: 1, config },
})
const EXITS: Record<string, string> = {
  'on-event': 'entered',
  'wait-duration': 'done',
  'set-field': 'done',
  'send-email': 'sent',
}
type Step = ReturnType<typeof step>

/** Steps one behind the other, from a sign-up to the end. */
function straight(...steps: Step[]) {
  const nodes = [
    step('start', 'on-event', { event: 'Signed Up' }),
    ...steps,
    step('end', 'end', { as: 'exit', reason: 'done' }),
  ]
  const edges = nodes.flatMap(({ id, type }, i) => {
    const exit = EXITS[type]
    return exit ? [{ from: id, exit, to: nodes[i + 1]?.id ?? 'end' }] : []
  })
  return { nodes, edges }
}
const wait = (id: string, duration = 'PT1H') =>
  step(id, 'wait-duration', { for: duration, since: 'here' })
const mail = () => step('mail', 'send-email', { template: world.templateId })

const queued = () =>
  inTransaction(
    world.scope,
    ({ sql }) => sql<{ state: string; failures: number; error: string | null; name: string }[]>`
      select q.state, q.failures, q.error, e.name from event_queue q join events e on e.id = q.event_id`,
  )

test('a poison event is set aside with its reason; later ones of its customer and all of others go on', async () => {
  await publish(world, { graph: straight(mail()) })
  await failWrites(world, { table: 'orders', condition: "new.order_id = 'poison'" })
  await send(
    world,
    identify('ada'),
    identify('bob'),
    track('ada', 'Order Completed', { order_id: 'poison', revenue: 10 }),
    track('ada', 'Signed Up'),
    track('bob', 'Signed Up'),
  )
  await advance(world, NOW)
  expect(await messages(world)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  expect(await queued()).toMatchObject([
    { state: 'failed', failures: 5, error: 'poison', name: 'Order Completed' },
  ])
  expect(await listTroubles(world.scope)).toEqual([])
})

test('a customer whose events take too long rests and is told of, while others go on; then it is made up for', async () => {
  await world.close()
  world = await startWorld()
  await publish(world, { graph: straight(wait('day', 'P1D')) })
  await failWrites(world, {
    table: 'orders',
    condition: "new.order_id = 'slow'",
    code: '57014',
  })
  await send(
    world,
    identify('ada'),
    track('ada', 'Order Completed', { order_id: 'slow', revenue: 10 }),
    track('ada', 'Signed Up'),
    identify('bob'),
    track('bob', 'Signed Up'),
  )
  await expect.poll(async () => (await runs(world)).length).toBe(1)
  await expect
    .poll(async () => await listTroubles(world.scope))
    .toMatchObject([{ queue: 'react', error: 'poison' }])
  await allowWrites(world, 'orders')
  await inTransaction(
    world.scope,
    ({ sql }) => sql`update troubles set rest_until = clock_timestamp()`,
  )
  await expect.poll(async () => (await runs(world)).length).toBe(2)
  await expect.poll(async () => await queued()).toEqual([])
  await expect.poll(async () => await listTroubles(world.scope)).toEqual([])
})

test('a step that throws once goes on after a retry, and nothing before it is done twice', async () => {
  await publish(world, {
    graph: straight(mail(), step('set', 'set-field', { field: 'city', value: 'Lyon' })),
  })
  await failWrites(world, {
    table: 'contacts',
    condition: "new.external_id = 'ada' and new.traits ->> 'city' = 'Lyon'",
  })
  await send(world, identify('ada'), identify('bob'))
  await send(world, track('ada', 'Signed Up'), track('bob', 'Signed Up'))
  await advance(world, NOW)
  expect((await runs(world)).map(({ state }) => state).sort()).toEqual(['attention', 'ended'])
  const stuck = await inTransaction(
    world.scope,
    ({ sql }) =>
      sql<{ id: string; message: string }[]>`
        select id, error ->> 'message' as message from enrolments where state = 'attention'`,
  )
  expect(stuck).toMatchObject([{ message: 'poison' }])
  // It throws again: the same customer stops at the same place.
  await retryEnrolment(world.scope, stuck[0]?.id ?? '')
  await advance(world, NOW)
  expect((await runs(world)).map(({ state }) => state).sort()).toEqual(['attention', 'ended'])
  await allowWrites(world, 'contacts')
  await retryEnrolment(world.scope, stuck[0]?.id ?? '')
  await advance(world, NOW)
  expect((await runs(world)).map(({ state }) => state)).toEqual(['ended', 'ended'])
  expect(await messages(world)).toHaveLength(2)
})

test('a scenario of a thousand steps is published and walked to its end', async () => {
  const steps = Array.from({ length: 998 }, (_, i) => wait(`s-${i}`, 'PT1M'))
  await publish(world, { graph: straight(...steps) })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, '2026-03-02T10:30:00Z')
  expect(await runs(world)).toMatchObject([{ state: 'waiting', nodeId: 's-30' }])
})

test('more than a hundred steps without a wait stop their customer visibly, and nobody else', async () => {
  const steps = Array.from({ length: 120 }, (_, i) =>
    step(`s-${i}`, 'set-field', { field: 'city', value: `${i}` }),
  )
  await publish(world, { graph: straight(...steps) })
  await publish(world, { graph: straight(mail()) })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, NOW)
  expect((await runs(world)).map(({ state }) => state).sort()).toEqual(['attention', 'ended'])
})

test('a flood of one customer’s events lets another in before it is worked off', async () => {
  await world.close()
  world = await startWorld()
  await publish(world, { graph: straight(wait('day', 'P1D')) })
  const flood = Array.from({ length: 3_000 }, (_, i) =>
    track('bot', 'Product Viewed', { product_id: `p-${i}` }),
  )
  await send(world, ...flood)
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await expect.poll(async () => (await runs(world)).length, { interval: 20 }).toBe(1)
  expect((await queued()).length).toBeGreaterThan(0)
  await expect.poll(async () => (await queued()).length).toBe(0)
})

test('one event that starts fifty scenarios enters each once', async () => {
  for (let i = 0; i < 50; i++) await publish(world, { graph: straight(mail()) })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await advance(world, NOW)
  expect((await runs(world)).map(({ state }) => state)).toEqual(Array(50).fill('ended'))
  expect((await messages(world)).map(({ state }) => state)).toEqual(Array(50).fill('sent'))
})

test('a scenario published thirty times keeps everybody on the version they entered', async () => {
  const drawn = { graph: straight(wait('day', 'P1D')) }
  const flowId = await publish(world, drawn)
  for (let version = 1; version <= 30; version++) {
    if (version > 1) await publishAgain(world, flowId, drawn, 'finish')
    await send(world, identify(`c-${version}`), track(`c-${version}`, 'Signed Up'))
    await advance(world, NOW)
  }
  const inside = await runs(world)
  expect(inside.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, i) => i + 1),
  )
  await advance(world, '2026-03-03T10:00:00Z')
  expect((await runs(world)).every(({ state }) => state === 'ended')).toBe(true)
})
