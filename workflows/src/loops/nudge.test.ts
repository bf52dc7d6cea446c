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

test('of all who wait, the net looks at those only who may be late', async () => {
  await asOwner(
    world,
    `insert into enrolments select e.* from enrolments m, generate_series(1, 5000) n,
       jsonb_populate_record(null::enrolments, to_jsonb(m) || jsonb_build_object('id', gen_random_uuid(),
         'entry_key', 'copy-' || n, 'nudged_at', null, 'due_at', clock_timestamp() + interval '1 day')) e
     where m.state <> 'ended'`,
  )
  // As a worker does where a table has grown.
  await asOwner(world, 'analyze enrolments')
  const looked = await inTransaction(world.scope, async (tx) => {
    // Of this connection, since it last told the statistics.
    const soFar = async () => {
      const [row] = await tx.sql<{ read: number }[]>`
        select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
        where relname = 'enrolments'`
      return row?.read ?? 0
    }
    const before = await soFar()
    await nudgeLate(tx, 10)
    return (await soFar()) - before
  })
  expect(looked).toBeLessThan(20)
})
