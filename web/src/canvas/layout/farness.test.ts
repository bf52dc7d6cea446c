import { expect, test } from 'vitest'
import { farnessOf } from './farness'

test('a drawing at its full size is not far, and the smaller it is the more is left out', () => {
  expect(farnessOf(1)).toBe('')
  expect(farnessOf(0.6)).toBe('')
  expect(farnessOf(0.5)).toBe('far')
  expect(farnessOf(0.3)).toBe('far farther')
  expect(farnessOf(0.13)).toBe('far farther farthest')
})
