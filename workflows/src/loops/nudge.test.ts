import { inTransaction } from '@relance/db/connection/in-transaction'
import { nudgeLate } from '@relance/db/enrolment/nudge-late'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineOf } from '../engine-of'
import { asOwner } from '../testing/as-owner'
import { identify, track } from '../testing/incoming'
import { publish, send, startWorld, type World } from '../testing/world'
import { reactLoop } from './react'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.stopWorker()
})
afterAll(() => world.close())

const graph = {
  nodes: [
    { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
    { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D', since: 'here' } },
    { id: 'end', type: 'end', version: 1, config: { as: 'exit' as const, reason: 'done' } },
  ],
  edges: [
    { from: 'start', exit: 'entered', to: 'day' },
    { from: 'day', exit: 'done', to: 'end' },
  ],
}

test('the net wakes whoever is late and whose wake was lost, once; not whose wake still lies there', async () => {
  await publish(world, { graph })
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await reactLoop.work(engineOf(world.sql, pino({ level: 'silent' })), world.scope.workspaceId)
  await asOwner(world, `update enrolments set due_at = clock_timestamp() - interval '1 minute'`)
  const nudged = () => inTransaction(world.scope, (tx) => nudgeLate(tx, 10))

  expect(await nudged()).toBe(0)
  await asOwner(world, 'delete from outbox')
  expect(await nudged()).toBe(1)
  await asOwner(world, 'delete from outbox')
  expect(await nudged()).toBe(0)

  await asOwner(world, `update enrolments set nudged_at = nudged_at - interval '2 minutes'`)
  expect(await nudged()).toBe(1)
})
