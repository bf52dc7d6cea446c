import { expect, test } from 'vitest'
import { Meter } from './meter'
import { serveMetrics } from './serve-metrics'

const MINUTE_MS = 60_000

test('the last minutes are told, and what is older is forgotten', () => {
  let now = 0
  const meter = new Meter(() => now)
  meter.burst('waiting')
  meter.mail('sent')
  now = 3 * MINUTE_MS
  meter.mail('sent')
  meter.nudged(4)
  meter.loopFailed('sweep')
  expect(meter.figures()).toMatchObject({
    bursts: { waiting: 1 },
    mails: { sent: 2 },
    nudges: 4,
    loopFailures: { sweep: 1 },
  })
  now = 6 * MINUTE_MS
  expect(meter.figures()).toMatchObject({ bursts: {}, mails: { sent: 1 }, nudges: 4 })
})

test('lateness is told by its quantiles, within the bucket it fell into', () => {
  const meter = new Meter(() => 0)
  expect(meter.figures().timers).toEqual({ count: 0, p50: null, p99: null })
  for (let i = 0; i < 99; i++) meter.late(0.03)
  meter.late(7)
  const { count, p50, p99 } = meter.figures().timers
  expect(count).toBe(100)
  expect(p50).toBeLessThanOrEqual(0.05)
  expect(p99).toBeLessThanOrEqual(0.05)
  meter.late(8)
  meter.late(20_000)
  expect(meter.figures().timers.p99).toBeGreaterThan(5)
})

test('without a port nothing listens; with one, the figures are served to whoever has the token', async () => {
  const meter = new Meter()
  const off = { METRICS_PORT: undefined, METRICS_HOST: '127.0.0.1', METRICS_TOKEN: undefined }
  expect(await serveMetrics(off, meter)).toBeUndefined()
  meter.late(0.2)
  meter.mail('sent')
  const served = await serveMetrics({ ...off, METRICS_PORT: 0, METRICS_TOKEN: 'key' }, meter)
  const url = `http://127.0.0.1:${served?.port}`
  expect((await fetch(`${url}/metrics`)).status).toBe(401)
  expect((await fetch(`${url}/else`)).status).toBe(404)
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer key' } })
  const text = await answer.text()
  await served?.close()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(text).toContain('relance_timer_lateness_seconds_bucket{le="0.25"} 1')
  expect(text).toContain('relance_mails_total{result="sent"} 1')
  expect(text).toContain('process_cpu_seconds_total')
})
