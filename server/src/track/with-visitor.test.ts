import { expect, test } from 'vitest'
import { withVisitor } from './with-visitor'

test('a web link names the visitor, whatever it carries already', () => {
  expect(withVisitor('https://shop.example/p?a=1#x', 'c 7')).toBe(
    'https://shop.example/p?a=1&ajs_uid=c+7#x',
  )
})

test('a link stays as it is without an id, or when it is not of the web', () => {
  expect(withVisitor('https://shop.example/p', null)).toBe('https://shop.example/p')
  expect(withVisitor('myapp://open', 'c-7')).toBe('myapp://open')
})
