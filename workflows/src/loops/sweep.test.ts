import { inTransaction } from '@relance/db/connection/in-transaction'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { allowWrites, failWrites } from '../testing/as-owner'
import { publish, startWorld, type World } from '../testing/world'
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
