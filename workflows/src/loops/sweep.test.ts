import { inTransaction } from '@relance/db/connection/in-transaction'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { allowWrites, failWrites } from '../testing/as-owner'
import { identify, track } from '../testing/incoming'
import { publish, send, startWorld, type World } from '../testing/world'
import { dueLoop } from './due'
import { reactLoop } from './react'
import { sweepLoop } from './sweep'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.stopWorker()
})
afterAll(() => world.close())

const graph = {
  nodes: [
    { id: 'start', type: 'on-cart-abandoned', version: 1, config: { idle: 'PT30M' } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit' as const, reason: 'done' } },
  ],
  edges: [{ from: 'start', exit: 'entered', to: 'end' }],
}

const watermarks = () =>
  inTransaction(world.scope, async ({ sql }) => {
    const rows = await sql<{ flowId: string; watermark: Date }[]>`
      select flow_id as "flowId", watermark from due_rules order by watermark`
    return new Map(rows.map(({ flowId, watermark }) => [flowId, watermark.getTime()]))
  })

test('a line that takes too long rests and is told of, and the one behind it is swept', async () => {
  const slow = await publish(world, { graph })
  const quick = await publish(world, { graph })
  await failWrites(world, {
    table: 'due_rules',
    condition: `new.flow_id = '${slow}'`,
    code: '57014',
  })
  const before = await watermarks()
  const engine = engineOf(world.sql, pino({ level: 'silent' }))
  const { workspaceId } = world.scope
  await sweepLoop.work(engine, workspaceId)
  await sweepLoop.work(engine, workspaceId)
  const after = await watermarks()
  expect(after.get(quick)).toBeGreaterThan(before.get(quick) ?? 0)
  expect(after.get(slow)).toBe(before.get(slow))
  expect(await listTroubles(world.scope)).toMatchObject([
    { queue: 'sweep', flowId: slow, flowName: 'Test', times: 1, error: 'poison' },
  ])
  expect(engine.meter.figures().loopFailures).toEqual({ sweep: 1 })
  await allowWrites(world, 'due_rules')
  await inTransaction(
    world.scope,
    ({ sql }) => sql`update troubles set rest_until = clock_timestamp() - interval '31 seconds'`,
  )
  // A line is looked at once a second.
  await expect
    .poll(async () => {
      await sweepLoop.work(engine, workspaceId)
      return (await watermarks()).get(slow)
    })
    .toBeGreaterThan(before.get(slow) ?? 0)
  expect(await listTroubles(world.scope)).toEqual([])
})

test('who left a cart long enough before the line was drawn does not enter by the sweep’s look back; who did after, does', async () => {
  const engine = engineOf(world.sql, pino({ level: 'silent' }))
  const leave = (user: string, minutes: number) => {
    const left = new Date(Date.now() - minutes * 60_000).toISOString()
    const cart = { cart_id: user, product_id: 'p', name: 'Print', price: 45, quantity: 1 }
    return send(world, identify(user), track(user, 'Product Added', cart, left))
  }
  await leave('before', 31)
  await reactLoop.work(engine, world.scope.workspaceId)
  const flowId = await publish(world, { graph })
  await leave('after', 30 - 0.01)
  await reactLoop.work(engine, world.scope.workspaceId)
  const entered = () =>
    inTransaction(world.scope, async ({ sql }) => {
      await sweepLoop.work(engine, world.scope.workspaceId)
      await dueLoop.work(engine, world.scope.workspaceId)
      const rows = await sql<{ user: string }[]>`
        select c.external_id as user from enrolments e
        join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id where e.flow_id = ${flowId}`
      return rows.map(({ user }) => user)
    })
  await expect.poll(entered).toEqual(['after'])
})
