import { expect, test } from 'vitest'
import { daysOf } from './days-of'

const on = (at: string, offset = 'P0D', repeat: 'yearly' | 'once' = 'yearly') =>
  daysOf(new Date(at), 'Europe/Paris', { offset, repeat })

test('29 February is kept on the 28th in common years, and on its own day in leap years', () => {
  expect(on('2027-02-28T08:00:00Z').days).toEqual(['02-28', '02-29'])
  expect(on('2028-02-28T08:00:00Z').days).toEqual(['02-28'])
  expect(on('2028-02-29T08:00:00Z').days).toEqual(['02-29'])
  expect(on('2027-03-01T08:00:00Z').days).toEqual(['03-01'])
})

test('seven days before a birthday in January belong to the new year', () => {
  expect(on('2026-12-27T08:00:00Z', '-P7D')).toEqual({ days: ['01-03'], year: 2027 })
})

test('a month before the last days of March is the end of February, for all of them', () => {
  expect(on('2026-02-28T08:00:00Z', '-P1M').days).toEqual(['03-28', '03-29', '03-30', '03-31'])
})

test('a date that is kept once is asked with its year', () => {
  expect(on('2026-03-08T08:00:00Z', 'P1D', 'once')).toEqual({ days: ['2026-03-07'], year: 2026 })
})
