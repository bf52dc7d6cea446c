import { newId } from '@relance/core/id/ids'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app'
import { Watch } from '../health/watch'
import { localStore } from '../images/local-store'
import { createLog } from '../log'
import { mailRoute } from '../testing/mail-route'
import { type TestApp, testApp } from '../testing/test-app'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

const fetchMetrics = async (metricsToken: string | null, authorization?: string) => {
  const { sql, auth } = t
  const url = 'http://localhost:3000'
  const shared = {
    url,
    inboxUrl: null,
    temporalAddress: null,
    watch: new Watch(sql),
    rooms: t.services.rooms,
    tracker: t.services.tracker,
    metricsToken,
    mailRoute,
    images: localStore('unused'),
    providerSecrets: {},
  }
  const app = createApp({ sql, auth, log: createLog('silent'), ...shared })
  return app.request('/metrics', { headers: authorization ? { authorization } : {} })
}

test('every queue, the workers and the process are told in Prometheus’ format', async () => {
  await heartbeat(t.sql, newId(), {
    minutes: 5,
    timers: { count: 2, p50: 0.2, p99: 0.8 },
    bursts: {},
    mails: {},
    nudges: 0,
    loopFailures: {},
  })
  const response = await fetchMetrics(null)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  for (const line of [
    'relance_database_up 1',
    'relance_queue_oldest_seconds{queue="events"} 0',
    'relance_queue_oldest_seconds{queue="timers"} 0',
    'relance_workers 1',
    'relance_recent_timer_lateness_seconds{quantile="0.99"} 0.8',
    'nodejs_eventloop_lag_seconds',
  ])
    expect(text).toContain(line)
})

test('nothing in it names anybody: no id and no address', async () => {
  await t.workspace()
  const text = await (await fetchMetrics(null)).text()
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@/)
})

test('where a token is set, nobody reads it without', async () => {
  expect((await fetchMetrics('secret')).status).toBe(401)
  expect((await fetchMetrics('secret', 'Bearer wrong')).status).toBe(401)
  expect((await fetchMetrics('secret', 'Bearer secret')).status).toBe(200)
})
