import { expect, test } from 'vitest'
import { expectedEnd } from './expected-end'

const at = (text: string) => new Date(`2026-03-02T${text}:00Z`)
const waves = [{ at: at('08:00').toISOString(), zones: null }]
/** 500 of Paris, then 100 of Los Angeles. */
const late = [
  { at: at('08:00').toISOString(), zones: [null], people: 500 },
  { at: at('17:00').toISOString(), zones: ['America/Los_Angeles'], people: 100 },
  { at: at('17:00').toISOString(), zones: null },
]
const progress = {
  ...{ state: 'taking' as const, total: 600, queued: 300, sent: 300, underway: 0 },
  firstSentAt: at('08:00'),
}
const underWay = { wave: 0, taken: 300, pacedFrom: null }

test('a pace says when it ends, from when it began', () => {
  const standing = { ...underWay, pacedFrom: at('08:10') }
  const course = { waves, pace: 10, standing, now: at('08:40') }
  expect(expectedEnd(progress, course)).toEqual(at('09:09'))
})

test('by local time it ends with the last clock that is somebody’s', () => {
  const course = { waves: late, pace: null, standing: underWay, now: at('09:00') }
  expect(expectedEnd(progress, course)).toEqual(at('17:00'))
})

test('by local time and at a pace, the last clock’s people take their time from its hour on', () => {
  // 200 of Paris are left at ten a minute, the last at 08:59; Los Angeles' 100 take from 17:00 to 17:09.
  const standing = { ...underWay, pacedFrom: at('08:10') }
  const course = { waves: late, pace: 10, standing, now: at('08:40') }
  expect(expectedEnd(progress, course)).toEqual(at('17:09'))
})

test('otherwise as fast as so far; nothing is said of what stands or is over', () => {
  const course = { waves, pace: null, standing: null, now: at('08:30') }
  expect(expectedEnd(progress, course)).toEqual(at('09:00'))
  expect(expectedEnd({ ...progress, sent: 0, firstSentAt: null }, course)).toBeNull()
  expect(expectedEnd({ ...progress, state: 'done' }, course)).toBeNull()
})

test('how fast it goes is told by the wave under way, not by the hours between two', () => {
  // 50 of Los Angeles' 100 have gone in ten minutes: the others take ten more.
  const now = at('17:10')
  const mostly = { ...progress, state: 'sending' as const, queued: 600, sent: 550, underway: 50 }
  expect(expectedEnd(mostly, { waves: late, pace: null, standing: null, now })).toEqual(at('17:20'))
})
