import { expect, test } from 'vitest'
import { silences } from './silences'

const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const past = { from: day(1), until: day(30), timeZone: 'UTC' }

test('a line is crossed once for each silence that lasts, and by nobody who comes back in time', () => {
  const visits = [day(2), day(5), day(20)]
  expect(silences([visits], day(1), { match: 'all', length: 'P7D' }, past)).toEqual([
    { at: day(12), anchorAt: day(5) },
    { at: day(27), anchorAt: day(20) },
  ])
})

test('a signal that was never given counts from when somebody became known', () => {
  expect(silences([[]], day(3), { match: 'all', length: 'P7D' }, past)).toEqual([
    { at: day(10), anchorAt: day(3) },
  ])
})

test('any of two signals is enough where so much is asked, and all are needed where all are', () => {
  const [visits, orders] = [[day(2), day(8), day(14)], [day(2)]]
  const line = { length: 'P7D' }
  expect(silences([visits, orders], day(1), { ...line, match: 'any' }, past)).toEqual([
    { at: day(9), anchorAt: day(2) },
  ])
  expect(silences([visits, orders], day(1), { ...line, match: 'all' }, past)).toEqual([
    { at: day(21), anchorAt: day(14) },
  ])
})

test('what was crossed before the time looked at is not counted', () => {
  const line = { match: 'all', length: 'P7D' } as const
  expect(silences([[day(2)]], day(1), line, { ...past, from: day(10) })).toEqual([])
})
