import { expect, test } from 'vitest'
import { parseInstant } from './parse-instant'

const inParis = (text: string) => parseInstant(text, 'Europe/Paris')?.toISOString() ?? null

test('a date is its first instant in the zone', () => {
  expect(inParis('2026-03-02')).toBe('2026-03-01T23:00:00.000Z')
  expect(inParis('2026-07-02')).toBe('2026-07-01T22:00:00.000Z')
})

test('a time says its zone, or is meant in the given one', () => {
  expect(inParis('2026-03-02T10:00:00Z')).toBe('2026-03-02T10:00:00.000Z')
  expect(inParis('2026-03-02 10:00')).toBe('2026-03-02T09:00:00.000Z')
  expect(inParis('2026-03-02T10:00+0200')).toBe('2026-03-02T08:00:00.000Z')
})

test('what is no date is nothing', () => {
  expect([inParis('2026-02-31'), inParis('tomorrow'), inParis('')]).toEqual([null, null, null])
})
