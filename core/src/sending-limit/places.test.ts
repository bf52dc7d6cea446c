import { expect, test } from 'vitest'
import { type Limit, type PlaceReason, takePlace, type WindowCount } from './places'

const DAY_MS = 86_400_000
const day = (n: number) => new Date(Date.UTC(2026, 2, 2 + n, 8))

function limit(most: (window: number) => number | null, reason: PlaceReason = 'warm-up') {
  const counts: WindowCount[] = []
  const of = (window: number) => {
    counts[window] ??= { taken: 0, promised: 0 }
    return counts[window]
  }
  const one: Limit = { reason, most, startsAt: day, count: of }
  return { ...one, counts }
}

const marketing = { service: false, placedAt: null }

test('those over the limit are promised the windows after it, no more each than it lets out', () => {
  const plan = limit((window) => 2 * 2 ** window)
  const answers = Array.from({ length: 9 }, () => takePlace([plan], marketing))
  expect(answers.map((answer) => answer && (+answer.until - +day(0)) / DAY_MS)).toEqual([
    ...[null, null, 1, 1, 1, 1, 2, 2, 2],
  ])
})

test('a mail under two limits takes no place of either unless both have room', () => {
  const [narrow, wide] = [limit(() => 1, 'domain-limit'), limit(() => 10)]
  expect(takePlace([narrow, wide], marketing)).toBeNull()
  expect(takePlace([narrow, wide], marketing)).toEqual({ reason: 'domain-limit', until: day(1) })
  expect(wide.counts[0]).toEqual({ taken: 1, promised: 0 })
})

test('a service mail goes where there is no room, and counts', () => {
  const one = limit(() => 1)
  expect(takePlace([one], { ...marketing, service: true })).toBeNull()
  expect(takePlace([one], { ...marketing, service: true })).toBeNull()
  expect(one.counts[0]?.taken).toBe(2)
  expect(takePlace([one], marketing)).not.toBeNull()
})

test('a retry has its place in the window it took it in, and takes another in a later one', () => {
  const one = limit(() => 1)
  expect(takePlace([one], marketing)).toBeNull()
  expect(takePlace([one], { service: false, placedAt: day(0) })).toBeNull()
  expect(one.counts[0]?.taken).toBe(1)
  expect(takePlace([one], { service: false, placedAt: new Date(+day(0) - 1) })).not.toBeNull()
})
