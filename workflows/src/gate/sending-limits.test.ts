import { inTransaction } from '@relance/db/connection/in-transaction'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import pino from 'pino'
import { expect, test } from 'vitest'
import { startWorker } from '../start-worker'
import { identify, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World, workerEnv } from '../testing/world'

/** A scenario that an event starts, with one mail and a day after it. */
const oneMail = (world: World, event: string, config = {}) =>
  publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event } },
        {
          ...{ id: 'mail', type: 'send-email', version: 1 },
          config: { template: world.templateId, ...config },
        },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })

/** How many messages are how far: `sent`, or by what they are held and until when. */
const told = (world: World) =>
  inTransaction(world.scope, async ({ sql, workspaceId }) => {
    const rows = await sql<{ how: string; n: number }[]>`
      select case when held_by is null then state
          else held_by || to_char(retry_at at time zone 'UTC', ' MM-DD"T"HH24:MI') end as how, count(*)::int as n
      from messages where workspace_id = ${workspaceId} group by 1 order by 1`
    return Object.fromEntries(rows.map(({ how, n }) => [how, n]))
  })

const people = (from: number, count: number, domain = 'example.com') =>
  Array.from({ length: count }, (_, i) => `p${from + i}@${domain}`)

async function start(world: World, addresses: string[], event = 'A') {
  await send(world, ...addresses.map((email) => identify(email, { email })))
  await send(world, ...addresses.map((email) => track(email, event)))
}

test('of 120 mails of a new domain 20 go on the first day, and twice as many each day after; two workers send', async () => {
  const world = await startWorld('2026-03-02T10:00:00Z')
  const second = await startWorker(
    workerEnv(world.databaseUrl, world.sink.url),
    pino({ level: 'silent' }),
  )
  await updateWorkspace(world.scope, {
    ...{ sender: { address: 'hello@shop.example' } },
    sending: { warmUp: { start: 20, factor: 2, end: 10_000 } },
  })
  await oneMail(world, 'A')
  await start(world, people(0, 120))
  await advance(world, '2026-03-02T12:00:00Z')
  expect(await told(world)).toEqual({
    ...{ sent: 20, 'warm-up 03-03T07:00': 40, 'warm-up 03-04T07:00': 60 },
  })
  await advance(world, '2026-03-03T06:59:00Z')
  expect(world.sink.taken).toHaveLength(20)
  await advance(world, '2026-03-03T12:00:00Z')
  expect(await told(world)).toEqual({ sent: 60, 'warm-up 03-04T07:00': 60 })
  await advance(world, '2026-03-04T12:00:00Z')
  expect(await told(world)).toEqual({ sent: 120 })
  expect(world.sink.taken).toHaveLength(120)
  await second.stop()
  await world.close()
})

test('a daily limit, and one an hour to one domain: service mails go, and take places', async () => {
  const world = await startWorld('2026-03-02T10:00:00Z')
  await updateWorkspace(world.scope, {
    sending: {
      dailyMost: 8,
      domainLimits: [
        { domain: 'big.example', most: 2, per: 'hour' },
        { domain: '*', most: 4, per: 'day' },
      ],
    },
  })
  await oneMail(world, 'A')
  await oneMail(world, 'S', { typology: 'service' })
  await start(world, people(0, 3, 'big.example'), 'S')
  await start(world, people(3, 2, 'big.example'))
  await start(world, people(5, 6, 'small.example'))
  await advance(world, '2026-03-02T10:30:00Z')
  expect(await told(world)).toEqual({
    ...{ sent: 7, 'domain-limit 03-02T11:00': 2, 'domain-limit 03-03T07:00': 2 },
  })
  await advance(world, '2026-03-02T11:30:00Z')
  expect(await told(world)).toEqual({ sent: 8, 'domain-limit 03-03T07:00': 3 })
  await advance(world, '2026-03-03T08:30:00Z')
  expect(await told(world)).toEqual({ sent: 11 })
  await world.close()
})

test('when the limit is raised or the plan is given up, what waits goes at once', async () => {
  const world = await startWorld('2026-03-02T10:00:00Z')
  await updateWorkspace(world.scope, {
    ...{ sender: { address: 'hello@shop.example' } },
    sending: { warmUp: { start: 2, factor: 2, end: 100 } },
  })
  await oneMail(world, 'A')
  await start(world, people(0, 9))
  await advance(world, '2026-03-02T10:01:00Z')
  expect(await told(world)).toMatchObject({ sent: 2, 'warm-up 03-03T07:00': 4 })
  await updateWorkspace(world.scope, { sending: { warmUp: { start: 5, factor: 2, end: 100 } } })
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await told(world)).toEqual({ sent: 5, 'warm-up 03-03T07:00': 4 })
  await updateWorkspace(world.scope, { sending: { warmUp: null } })
  await advance(world, '2026-03-02T10:03:00Z')
  expect(await told(world)).toEqual({ sent: 9 })
  await world.close()
})
