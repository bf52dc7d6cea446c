import { expect, test } from 'vitest'
import { eventTime } from './event-time'

const now = new Date('2026-03-02T10:00:00Z')
const at = (iso: string) => new Date(iso)
const real = (timestamp: Date | null, sentAt: Date | null = null) =>
  eventTime({ timestamp, sentAt, receivedAt: now, clock: { kind: 'real', now } })
const onTest = (timestamp: Date | null, sentAt: Date | null = null) =>
  eventTime({
    timestamp,
    sentAt,
    receivedAt: at('2030-01-01T00:00:00Z'),
    clock: { kind: 'test', now },
  })

test('on the real clock the sender’s clock error is taken off', () => {
  expect(real(at('2026-03-02T08:00:00Z'), at('2026-03-02T09:00:00Z')).at).toEqual(
    at('2026-03-02T09:00:00Z'),
  )
  expect(real(null).at).toEqual(now)
})

test('on a test clock a timestamp close to sentAt means the workspace’s now, another is literal', () => {
  expect(onTest(at('2030-01-01T00:00:00Z'), at('2030-01-01T00:04:00Z')).at).toEqual(now)
  expect(onTest(at('2026-01-05T00:00:00Z'), at('2030-01-01T00:00:00Z')).at).toEqual(
    at('2026-01-05T00:00:00Z'),
  )
  expect(onTest(at('2026-01-05T00:00:00Z')).at).toEqual(at('2026-01-05T00:00:00Z'))
})

test('impossible times become now with a warning; a little ahead becomes now without', () => {
  const warned = { at: now, warnings: [{ code: 'timestamp-replaced', field: 'timestamp' }] }
  expect(onTest(at('1969-12-31T23:59:59Z'))).toEqual(warned)
  expect(onTest(at('2026-03-02T10:06:00Z'))).toEqual(warned)
  expect(onTest(new Date('nonsense'))).toEqual(warned)
  expect(real(at('2026-03-02T10:03:00Z'))).toEqual({ at: now, warnings: [] })
})
