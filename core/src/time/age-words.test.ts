import { expect, test } from 'vitest'
import { ageWords } from './age-words'

test.each([
  [0.42, '0.4\u00a0s', '0,4\u00a0s'],
  [12.9, '12\u00a0s', '12\u00a0s'],
  [61, '1\u00a0min', '1\u00a0min'],
  [7_300, '2\u00a0h', '2\u00a0h'],
  [200_000, '2\u00a0d', '2\u00a0j'],
])('%d seconds are said in one short measure', (seconds, en, fr) => {
  expect([ageWords(seconds, 'en'), ageWords(seconds, 'fr')]).toEqual([en, fr])
})
