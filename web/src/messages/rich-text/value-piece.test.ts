import { expect, test } from 'vitest'
import { readValue, writeValue } from './value-piece'

test('a value is taken apart and written again as it was', () => {
  const piece = '{{ offer.value | money: offer.currency | default: "a credit" }}'
  expect(readValue(piece)).toEqual({
    name: 'offer.value',
    filters: ['money: offer.currency'],
    fallback: 'a credit',
  })
  const read = readValue(piece)
  expect(read && writeValue(read)).toBe(piece)
})

test('a fall-back that is another value is left to the code', () => {
  expect(readValue('{{ cart.recovery_url | default: shop.url }}')).toBeNull()
  expect(readValue('{{ "a" | append: b }}')).toBeNull()
})

test('a fall-back cannot break out of its quotes, and an empty one is left out', () => {
  const said = { name: 'contact.first_name', filters: [], fallback: 'you" }} {{ x' }
  expect(writeValue(said)).toBe('{{ contact.first_name | default: "you”   x" }}')
  expect(writeValue({ ...said, fallback: '' })).toBe('{{ contact.first_name }}')
})
