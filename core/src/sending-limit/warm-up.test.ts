import { expect, test } from 'vitest'
import { sendingSettings } from './sending-settings'
import { windowStart } from './sending-window'
import { nextStep, warmUpMost } from './warm-up'

const plan = { start: 500, factor: 2, end: 100_000 }

test('the plan doubles from 500 and ends where it would reach its end', () => {
  const days = Array.from({ length: 9 }, (_, step) => warmUpMost(plan, step))
  expect(days).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, null])
})

test('only a day that used half of its share makes the next one larger', () => {
  expect(nextStep(plan, { step: 0, taken: 249 })).toBe(0)
  expect(nextStep(plan, { step: 0, taken: 250 })).toBe(1)
  expect(nextStep(plan, { step: 99, taken: 1_000_000 })).toBe(99)
})

test('a sending day begins at its local hour, also where the clocks change', () => {
  const counting = { per: 'day' as const, dayBegins: '08:00', timeZone: 'Europe/Paris' }
  const at = (text: string, later = 0) =>
    windowStart(new Date(text), counting, later).toISOString().slice(0, 16)
  expect(at('2026-03-28T06:59:59Z')).toBe('2026-03-27T07:00')
  expect(at('2026-03-28T07:00:00Z')).toBe('2026-03-28T07:00')
  expect(at('2026-03-28T12:00:00Z', 1)).toBe('2026-03-29T06:00')
})

test('a domain is kept in small letters, and what is none is refused', () => {
  const limits = (domain: string) =>
    sendingSettings.safeParse({ domainLimits: [{ domain, most: 1, per: 'hour' }] })
  expect(limits(' Gmail.com ').data?.domainLimits[0]?.domain).toBe('gmail.com')
  expect(limits('*').success).toBe(true)
  expect(limits('@gmail').success).toBe(false)
})
