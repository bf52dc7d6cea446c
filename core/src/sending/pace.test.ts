import { expect, test } from 'vitest'
import { allowedBy, countedOn, nextRoomAt, paceOf } from './pace'

const from = new Date('2026-03-02T08:00:00Z')
const after = (minutes: number) => new Date(from.getTime() + minutes * 60_000)

test('people a minute are let in at the beginning of each', () => {
  expect(allowedBy(100, from, after(0))).toBe(100)
  expect(allowedBy(100, from, after(0.9))).toBe(100)
  expect(allowedBy(100, from, after(1))).toBe(200)
  expect(nextRoomAt(100, from, 99)).toEqual(after(0))
  expect(nextRoomAt(100, from, 100)).toEqual(after(1))
})

test('an hour’s people are dealt out over its minutes, all of them and no more', () => {
  const perMinute = paceOf({ pace: 'hour', people: 100 }, 5000) ?? 0
  expect(allowedBy(perMinute, from, after(59))).toBe(100)
  expect(allowedBy(perMinute, from, after(119))).toBe(200)
  expect(nextRoomAt(perMinute, from, 100)).toEqual(after(60))
})

test('fewer than one a minute begin at once and have equal times between them', () => {
  const twelve = paceOf({ pace: 'hour', people: 12 }, 100) ?? 0
  expect(allowedBy(twelve, from, after(0))).toBe(1)
  expect([1, 2, 3, 12].map((taken) => nextRoomAt(twelve, from, taken))).toEqual(
    [5, 10, 15, 60].map(after),
  )
  const one = paceOf({ pace: 'hour', people: 1 }, 100) ?? 0
  expect([1, 2, 3].map((taken) => nextRoomAt(one, from, taken))).toEqual([60, 120, 180].map(after))
})

test('there is room at the minute that is told, and none the minute before', () => {
  for (const people of [1, 3, 7, 59, 60, 61, 100, 999, 100_000])
    for (const taken of [1, 2, 7, 100, 12_345, 3_000_001]) {
      const perMinute = people / 60
      const at = nextRoomAt(perMinute, from, taken)
      expect(allowedBy(perMinute, from, at)).toBeGreaterThan(taken)
      expect(allowedBy(perMinute, from, new Date(at.getTime() - 1))).toBeLessThanOrEqual(taken)
    }
})

test('a time in which nobody could be let in is not made up for, a look that comes late is', () => {
  const perMinute = paceOf({ pace: 'hour', people: 4 }, 100) ?? 0
  expect(countedOn(perMinute, { from, taken: 3, now: after(45.9) })).toEqual(from)
  const on = countedOn(perMinute, { from, taken: 3, now: after(600) })
  expect(allowedBy(perMinute, on, after(600))).toBe(4)
  expect(nextRoomAt(perMinute, on, 4)).toEqual(after(615))
})

test('everybody is spread over the time that was given', () => {
  const perMinute = paceOf({ pace: 'over', over: 'PT4H' }, 100_000) ?? 0
  expect(nextRoomAt(perMinute, from, 99_999)).toEqual(after(239))
  expect(allowedBy(perMinute, from, after(239))).toBe(100_000)
})

test('no pace, or one without its figure, lets everybody in at once', () => {
  expect(paceOf({ pace: 'none' }, 10)).toBeNull()
  expect(paceOf({ pace: 'hour' }, 10)).toBeNull()
})
