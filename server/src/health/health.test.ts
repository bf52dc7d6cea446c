import { once } from 'node:events'
import { createServer } from 'node:net'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app'
import { localStore } from '../images/local-store'
import { createLog } from '../log'
import { mailRoute } from '../testing/mail-route'
import { type TestApp, testApp } from '../testing/test-app'
import { Watch } from './watch'

const MINUTE_MS = 60_000

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
beforeEach(() => t.sql`delete from workers`)
afterAll(() => t.close())

/** A server that has looked since `age` ms, by a clock that the test moves. */
function serverOf({
  temporalAddress = null,
  age = 10 * MINUTE_MS,
}: {
  temporalAddress?: string | null
  age?: number
} = {}) {
  let now = 0
  const { sql, auth } = t
  const watch = new Watch(sql, () => now)
  now = age
  const url = 'http://localhost:3000'
  const shared = {
    ...{ url, inboxUrl: null, temporalAddress, metricsToken: null, mailRoute },
    rooms: t.services.rooms,
    tracker: t.services.tracker,
    images: localStore('unused'),
    providerSecrets: {},
  }
  const app = createApp({ sql, auth, log: createLog('silent'), watch, ...shared })
  const health = async (language = 'en') => {
    const response = await app.request('/health', { headers: { 'accept-language': language } })
    return { code: response.status, ...(await response.json()) }
  }
  return { app, health, pass: (ms: number) => (now += ms) }
}

test('all is well while a worker is heard of', async () => {
  await heartbeat(t.sql, newId())
  const { code, status, database, workerBeatAge } = await serverOf().health()
  expect({ code, status, database }).toEqual({ code: 200, status: 'up', database: true })
  expect(workerBeatAge).toBeLessThan(15)
})

test('without a worker, and with one that fell silent, it is red and says so', async () => {
  const { health } = serverOf()
  expect(await health()).toMatchObject({ code: 503, status: 'degraded', workerBeatAge: null })
  await heartbeat(t.sql, newId())
  await t.sql`update workers set beat_at = clock_timestamp() - interval '16 seconds'`
  const silent = await health('fr')
  expect(silent).toMatchObject({ code: 503, status: 'degraded' })
  expect(silent.parts).toContainEqual({
    name: 'worker',
    works: false,
    says: expect.stringContaining('Aucun worker ne s’est manifesté depuis 16\u00a0s.'),
  })
  await heartbeat(t.sql, newId())
  expect(await health()).toMatchObject({ code: 200, status: 'up' })
})

test('a server that has just started waits for its workers a minute before it turns red', async () => {
  const { health, pass } = serverOf({ age: 1_000 })
  expect(await health()).toMatchObject({ code: 200, status: 'starting' })
  pass(MINUTE_MS)
  expect(await health()).toMatchObject({ code: 503, status: 'degraded' })
})

test('the server itself is live whatever it stands on', async () => {
  const { app } = serverOf()
  expect((await app.request('/health/live')).status).toBe(200)
})

test('with Temporal away it is red, and green again when something listens there', async () => {
  await heartbeat(t.sql, newId())
  const temporal = createServer().listen(0, '127.0.0.1')
  await once(temporal, 'listening')
  const at = temporal.address()
  const temporalAddress = typeof at === 'object' && at ? `127.0.0.1:${at.port}` : ''
  const { health } = serverOf({ temporalAddress })
  expect(await health()).toMatchObject({ code: 200, status: 'up', temporal: true })
  temporal.close()
  await once(temporal, 'close')
  expect(await health()).toMatchObject({ code: 503, status: 'degraded', temporal: false })
})

test('a queue that does not move turns it red, a long one that moves does not', async () => {
  const beating = newId()
  await heartbeat(t.sql, beating)
  const { scope } = await t.workspace()
  const visit = (n: number) => ({
    ...{ messageId: `m-${n}`, type: 'track' as const, name: 'Seen', userId: 'ada' },
    ...{ anonymousId: null, previousId: null, properties: {}, context: {} },
    ...{ timestamp: null, sentAt: null },
  })
  await ingestEvents(scope, [visit(1), visit(2)], { source: 'test' })
  await inTransaction(
    scope,
    ({ sql }) => sql`update event_queue set stored_at = clock_timestamp() - interval '10 minutes'`,
  )
  const { app, health, pass } = serverOf()
  const events = async () => {
    const { code, parts } = await health()
    const part = parts.find(({ name }: { name: string }) => name === 'events')
    return { code, ...part }
  }
  expect(await events()).toMatchObject({ code: 200, works: true })
  pass(30_000)
  expect(await events()).toMatchObject({ code: 200, works: true })
  pass(31_000)
  expect(await events()).toMatchObject({
    code: 503,
    works: false,
    says: 'Events are accepted, but none has been taken in for 1\u00a0min.',
  })
  const metrics = await (await app.request('/metrics')).text()
  expect(metrics).toContain('relance_queue_stuck{queue="events"} 1')
  // The first of the two is taken: the queue moves, however old the second is.
  await inTransaction(
    scope,
    ({ sql }) => sql`delete from event_queue where seq = (select min(seq) from event_queue)`,
  )
  expect(await events()).toMatchObject({ code: 200, works: true })
  await inTransaction(scope, ({ sql }) => sql`delete from event_queue`)
  expect(await events()).toEqual({ code: 200 })
})
