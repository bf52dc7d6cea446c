import { connect, createServer, type Server, type Socket } from 'node:net'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { leaseWakes } from '@relance/db/outbox/lease-wakes'
import { Client } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Engine } from '../burst/engine'
import { engineOf } from '../engine-of'
import { identify, track } from '../testing/incoming'
import { publish, runs, send, startWorld, type World } from '../testing/world'
import { reactLoop } from './react'
import { relayLoop } from './relay'

let world: World
let engine: Engine
beforeAll(async () => {
  world = await startWorld()
  await world.stopWorker()
  engine = engineOf(world.sql, pino({ level: 'silent' }))
  await publishWait('Signed Up', 'PT1S')
  await publishWait('Ordered', 'P30D')
})
afterAll(() => world.close())

/** A scenario that an event begins, and that waits so long. */
const publishWait = (event: string, length: string) =>
  publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event } },
        { id: 'moment', type: 'wait-duration', version: 1, config: { for: length, since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'moment' },
        { from: 'moment', exit: 'done', to: 'end' },
      ],
    },
  })

/** The way to Temporal, on which everything can be held up without being refused. */
let way: Server
let isHeldUp = false
let heldUp = 0
let client: Client
beforeEach(async () => {
  isHeldUp = false
  heldUp = 0
  const [host, port] = String(process.env.RELANCE_TEST_TEMPORAL_ADDRESS).split(':')
  const sockets: Socket[] = []
  way = createServer((near) => {
    const far = connect(Number(port), host)
    sockets.push(near, far)
    far.pipe(near)
    near.on('data', (data) => {
      if (isHeldUp) heldUp++
      else far.write(data)
    })
    for (const end of [near, far]) end.on('error', () => near.destroy())
  })
  await new Promise<void>((go) => way.listen(0, '127.0.0.1', go))
  const address = way.address()
  const connection = await NativeConnection.connect({
    address: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  })
  client = new Client({ connection })
  return async () => {
    await connection.close()
    for (const socket of sockets) socket.destroy()
    await new Promise<unknown>((go) => way.close(go))
  }
})

const wakes = () =>
  inTransaction(world.scope, async ({ sql }) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from outbox`
    return row?.n
  })

const openTransactions = async () => {
  const [row] = await world.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`
  return row?.n
}

test('while Temporal keeps it waiting, a relay holds no transaction and no other relay takes its wakes; then they go', async () => {
  const { workspaceId } = world.scope
  await send(world, identify('ada'), track('ada', 'Signed Up'))
  await reactLoop.work(engine, workspaceId)
  expect(await wakes()).toBe(1)

  isHeldUp = true
  const handing = relayLoop(client, 'queue', { handOverMs: 2_000 })
    .work(engine, workspaceId)
    .then(
      () => 'handed over',
      () => 'failed',
    )
  await expect.poll(() => heldUp).toBeGreaterThan(0)
  expect(await openTransactions()).toBe(0)
  expect(await relayLoop(client, 'queue').work(engine, workspaceId)).toBe(0)
  expect(await wakes()).toBe(1)

  expect(await handing).toBe('failed')
  await world.startWorker()
  await expect.poll(() => runs(world)).toMatchObject([{ state: 'ended' }])
  expect(await wakes()).toBe(0)
})

test('in a rush, a run that is needed in a second does not queue behind those needed in a month', async () => {
  await world.stopWorker()
  await send(world, ...['a', 'b', 'c'].map((who) => track(who, 'Ordered')))
  await reactLoop.work(engine, world.scope.workspaceId)
  await send(world, track('soon', 'Signed Up'))
  await reactLoop.work(engine, world.scope.workspaceId)
  const [first] = await inTransaction(world.scope, (tx) => leaseWakes(tx, { urgent: 1, early: 1 }))
  expect(first?.dueAt?.getTime()).toBeLessThan(Date.now() + 60_000)
})
