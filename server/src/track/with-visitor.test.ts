import { expect, test } from 'vitest'
import { withVisitor } from './with-visitor'

test('a web link tells the site who has clicked, whatever it carries already', () => {
  const visitor = { externalId: 'c 7', token: 'a.b' }
  expect(withVisitor('https://shop.example/p?a=1#x', visitor)).toBe(
    'https://shop.example/p?a=1&ajs_uid=c+7&relance_v=a.b#x',
  )
})

test('somebody without a number of the client’s is named by the token alone', () => {
  const visitor = { externalId: null, token: 'a.b' }
  expect(withVisitor('https://shop.example/p', visitor)).toBe(
    'https://shop.example/p?relance_v=a.b',
  )
})

test('a link stays as it is when it is not of the web', () => {
  expect(withVisitor('myapp://open', { externalId: 'c-7', token: 'a.b' })).toBe('myapp://open')
})
