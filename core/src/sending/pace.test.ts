import { expect, test } from 'vitest'
import { allowedBy, lastRoomAt, nextRoomAt, paceOf } from './pace'

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

test('fewer than one a minute still begin at once', () => {
  const perMinute = paceOf({ pace: 'hour', people: 12 }, 100) ?? 0
  expect(allowedBy(perMinute, from, after(0))).toBe(1)
  expect(nextRoomAt(perMinute, from, 1)).toEqual(after(9))
})

test('everybody is spread over the time that was given', () => {
  const perMinute = paceOf({ pace: 'over', over: 'PT4H' }, 100_000) ?? 0
  expect(lastRoomAt(perMinute, from, 100_000)).toEqual(after(239))
  expect(allowedBy(perMinute, from, after(239))).toBe(100_000)
})

test('no pace, or one without its figure, lets everybody in at once', () => {
  expect(paceOf({ pace: 'none' }, 10)).toBeNull()
  expect(paceOf({ pace: 'hour' }, 10)).toBeNull()
})
