import { expect, test } from 'vitest'
import { liveSearch, periodsFor, rangeOf } from './live-range'

test('days on the live drawing count whoever entered, on an older one whoever walks it', () => {
  expect(rangeOf('version', 3, true)).toEqual({ version: 3 })
  expect(rangeOf('7-days', 3, true)).toEqual({ days: 7 })
  expect(rangeOf('all', 3, true)).toEqual({})
  expect(rangeOf('30-days', 2, false)).toEqual({ version: 2, days: 30 })
  expect(periodsFor(false)).toEqual(['version', '7-days', '30-days'])
})

test('an address that says nonsense shows the live version', () => {
  expect(liveSearch({ version: 2, people: '7-days' })).toEqual({ version: 2, people: '7-days' })
  expect(liveSearch({ version: '-1', people: 'some' })).toEqual({})
  expect(liveSearch({ version: 'x' })).toEqual({})
})
