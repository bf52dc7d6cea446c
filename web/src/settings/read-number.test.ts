import { expect, test } from 'vitest'
import { readNumber } from './read-number'

test('reads numbers as people write them in both languages, and nothing else', () => {
  expect(['0,92', '0.92', '1 234,5', '12'].map(readNumber)).toEqual([0.92, 0.92, 1234.5, 12])
  expect(['', '-1', '1e9', 'about 2', '1,2,3', '0x10'].map(readNumber)).toEqual(
    Array.from({ length: 6 }, () => null),
  )
})
