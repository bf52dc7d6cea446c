import { expect, test } from 'vitest'
import { expectedEnd } from './expected-end'

const at = (text: string) => new Date(`2026-03-02T${text}:00Z`)
const waves = [{ at: at('08:00').toISOString(), zones: null }]
const progress = {
  ...{ state: 'taking' as const, total: 600, queued: 300, sent: 300, underway: 0 },
  firstSentAt: at('08:00'),
}

test('a pace says when it ends, from when it began', () => {
  const course = { waves, pace: 10, pacedFrom: at('08:10'), now: at('08:40') }
  expect(expectedEnd(progress, course)).toEqual(at('09:09'))
})

test('by local time it ends with the last clock', () => {
  const late = [...waves, { at: at('17:00').toISOString(), zones: ['America/Los_Angeles'] }]
  expect(
    expectedEnd(progress, { waves: late, pace: null, pacedFrom: null, now: at('09:00') }),
  ).toEqual(at('17:00'))
})

test('otherwise as fast as so far; nothing is said of what stands or is over', () => {
  const course = { waves, pace: null, pacedFrom: null, now: at('08:30') }
  expect(expectedEnd(progress, course)).toEqual(at('09:00'))
  expect(expectedEnd({ ...progress, sent: 0, firstSentAt: null }, course)).toBeNull()
  expect(expectedEnd({ ...progress, state: 'done' }, course)).toBeNull()
})
