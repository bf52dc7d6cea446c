import { expect, test } from 'vitest'
import { dateAfter, periodOf, readFiguresSearch } from './figures-search'

test('an address says its period and its rows, and what cannot be read is left out', () => {
  expect(readFiguresSearch({ by: 'flow', days: 7 })).toEqual({ by: 'flow', days: 7 })
  expect(readFiguresSearch({ from: '2026-03-01', to: '2026-03-08', days: 7 })).toEqual({
    from: '2026-03-01',
    to: '2026-03-08',
  })
  for (const wrong of [{ by: 'colour' }, { days: 0 }, { days: 'x' }, { from: '2026-03-01' }])
    expect(readFiguresSearch(wrong)).toEqual({})
  expect(readFiguresSearch({ from: '2026-03-08', to: '2026-03-01' })).toEqual({})
})

test('without anything said it is the last thirty days', () => {
  expect(periodOf({})).toEqual({ days: 30 })
  expect(periodOf({ from: '2026-03-01', to: '2026-03-08' })).not.toHaveProperty('days')
})

test('a day after the last of February is the first of March', () => {
  expect(dateAfter('2026-02-28', 1)).toBe('2026-03-01')
})
