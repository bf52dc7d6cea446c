import { expect, test } from 'vitest'
import { detailOf, isFar } from './farness'

test('from afar less is drawn of each step', () => {
  expect([1, 0.4, 0.39, 0.25, 0.24].map(detailOf)).toEqual(['all', 'all', 'name', 'name', 'tile'])
})

test('what can be pressed on a path is there from 60 percent on', () => {
  expect([1, 0.6, 0.59].map(isFar)).toEqual([false, false, true])
})
