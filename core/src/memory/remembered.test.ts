import { expect, test } from 'vitest'
import { remembered } from './remembered'

test('an answer is worked out once, until there are too many to keep', () => {
  const asked: string[] = []
  const lengthOf = remembered<number>(2)
  const ask = (text: string) =>
    lengthOf(text, () => {
      asked.push(text)
      return text.length
    })
  expect([ask(''), ask(''), ask('ab'), ask('ab')]).toEqual([0, 0, 2, 2])
  expect(asked).toEqual(['', 'ab'])
  expect([ask('abc'), ask('ab')]).toEqual([3, 2])
  expect(asked).toEqual(['', 'ab', 'abc', 'ab'])
})
