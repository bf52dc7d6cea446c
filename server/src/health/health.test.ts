import { once } from 'node:events'
import { createServer } from 'node:net'
import { newId } from '@relance/core/id/ids'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app'
import { createLog } from '../log'
import { type TestApp, testApp } from '../testing/test-app'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
beforeEach(() => t.sql`delete from workers`)
afterAll(() => t.close())

const health = async (temporalAddress: string | null = null) => {
  const { sql, auth } = t
  const log = createLog('silent')
  const url = 'http://localhost:3000'
  const app = createApp({ sql, auth, log, url, inboxUrl: null, temporalAddress })
  const response = await app.request('/health')
  expect(response.status).toBe(200)
  return response.json()
}

test('all is well while a worker is heard of', async () => {
  await heartbeat(t.sql, newId())
  const { status, database, workerBeatAge } = await health()
  expect({ status, database }).toEqual({ status: 'up', database: true })
  expect(workerBeatAge).toBeLessThan(15)
})

test('without a worker, and with one that fell silent, it is degraded', async () => {
  expect(await health()).toMatchObject({ status: 'degraded', workerBeatAge: null })
  await heartbeat(t.sql, newId())
  await t.sql`update workers set beat_at = clock_timestamp() - interval '16 seconds'`
  const { status, workerBeatAge } = await health()
  expect(status).toBe('degraded')
  expect(workerBeatAge).toBeGreaterThan(15)
  await heartbeat(t.sql, newId())
  expect(await health()).toMatchObject({ status: 'up' })
})

test('with Temporal away it is degraded, and up again when something listens there', async () => {
  await heartbeat(t.sql, newId())
  const temporal = createServer().listen(0, '127.0.0.1')
  await once(temporal, 'listening')
  const at = temporal.address()
  const address = typeof at === 'object' && at ? `127.0.0.1:${at.port}` : ''
  expect(await health(address)).toMatchObject({ status: 'up', temporal: true })
  temporal.close()
  await once(temporal, 'close')
  expect(await health(address)).toMatchObject({ status: 'degraded', temporal: false })
})
