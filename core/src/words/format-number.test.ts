import { expect, test } from 'vitest'
import { numberWords, shareWords } from './format-number'

test('numbers and shares are written as their language writes them', () => {
  expect([numberWords(1234.5, 'en'), numberWords(1234.5, 'fr')]).toEqual([
    '1,234.5',
    '1\u202f234,5',
  ])
  expect([shareWords(0.37, 'en'), shareWords(0.37, 'fr')]).toEqual(['37%', '37\u00a0%'])
  expect([shareWords(0.0834, 'en', 1), shareWords(0.0834, 'fr', 1)]).toEqual(['8.3%', '8,3\u00a0%'])
})
