import { expect, test } from 'vitest'
import { lastDays, readableStep, spanBefore, spansOf } from './report-spans'

const paris = 'Europe/Paris'
const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) })
const cuts = (spans: { from: Date; to: Date }[]) => [
  ...spans.map(({ from }) => from.toISOString()),
  spans.at(-1)?.to.toISOString(),
]

test('days begin at midnight of the zone, also on the day the clocks change', () => {
  const weekend = span('2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z')
  expect(cuts(spansOf(weekend, 'day', paris))).toEqual([
    '2026-03-27T23:00:00.000Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
    '2026-03-30T22:00:00.000Z',
  ])
})

test('weeks begin on Mondays and months on their first, and the ends are cut short', () => {
  const some = span('2026-02-25T23:00:00Z', '2026-03-04T10:00:00Z')
  expect(cuts(spansOf(some, 'week', paris))).toEqual([
    '2026-02-25T23:00:00.000Z',
    '2026-03-01T23:00:00.000Z',
    '2026-03-04T10:00:00.000Z',
  ])
  expect(cuts(spansOf(some, 'month', paris))).toEqual([
    '2026-02-25T23:00:00.000Z',
    '2026-02-28T23:00:00.000Z',
    '2026-03-04T10:00:00.000Z',
  ])
})

test('the last seven days are today and the six before it, compared with the seven before until the same hour', () => {
  const week = lastDays(7, new Date('2026-03-30T10:00:00Z'), paris)
  expect(week).toEqual(span('2026-03-23T23:00:00Z', '2026-03-30T10:00:00.001Z'))
  // An hour later by the sun: the clocks changed in between.
  expect(spanBefore(week, paris)).toEqual(span('2026-03-16T23:00:00Z', '2026-03-23T11:00:00.001Z'))
})

test('whole days are compared with as many whole days', () => {
  const march = span('2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z')
  expect(spanBefore(march, paris)).toEqual(span('2026-01-28T23:00:00Z', '2026-02-28T23:00:00Z'))
})

test('a long period is shown in weeks or months, and refused in more parts than can be read', () => {
  expect(readableStep(span('2026-03-01T00:00:00Z', '2026-03-31T00:00:00Z'), 'UTC')).toBe('day')
  expect(readableStep(span('2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z'), 'UTC')).toBe('week')
  expect(readableStep(span('2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), 'UTC')).toBe('month')
  const decade = span('2016-01-01T00:00:00Z', '2026-01-01T00:00:00Z')
  expect(() => spansOf(decade, 'day', 'UTC')).toThrow('choose weeks or months')
})
