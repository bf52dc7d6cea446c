import { expect, test } from 'vitest'
import { pageOf, readCursor } from './page'

const keyOf = (n: number) => [n]

test('a page that is full says where the next one begins', () => {
  const { items, next } = pageOf([1, 2, 3], 2, keyOf)
  expect(items).toEqual([1, 2])
  expect(readCursor(next ?? '', 1)).toEqual([2])
})

test('the last page has no next one', () => {
  expect(pageOf([1, 2], 2, keyOf)).toEqual({ items: [1, 2], next: null })
})

test('a made-up cursor is refused as invalid', () => {
  expect(() => readCursor('hello', 1)).toThrow('cursor')
  expect(() => readCursor(Buffer.from('[1,2]').toString('base64url'), 1)).toThrow('cursor')
})
