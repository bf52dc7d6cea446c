import { expect, test } from 'vitest'
import { refusedFile } from './refused-file'

const MB = 1024 * 1024

test('what is no picture, or too large a one, is refused before anybody describes it', () => {
  expect(refusedFile({ type: 'image/svg+xml', size: 200 })).toBe('images.wrongType')
  expect(refusedFile({ type: 'application/pdf', size: 200 })).toBe('images.wrongType')
  expect(refusedFile({ type: 'image/png', size: 20 * MB })).toBe('images.tooLarge')
})

test('a picture of ten megabytes is taken, and a file of a type nobody knows is left to the server', () => {
  expect(refusedFile({ type: 'image/webp', size: 10 * MB })).toBeNull()
  expect(refusedFile({ type: '', size: 5 })).toBeNull()
})
