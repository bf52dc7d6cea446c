import { expect, test } from 'vitest'
import { percentile } from './percentile'

test('a percentile is a value that occurs, whatever the order they came in', () => {
  const values = [30, 10, 50, 20, 40]
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 0)]).toEqual([
    30, 50, 10,
  ])
})

test('of nothing there is none', () => {
  expect(percentile([], 0.5)).toBeNaN()
})
