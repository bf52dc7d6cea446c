import { expect, test } from 'vitest'
import { fillText } from './fill-text'

const settings = {
  language: 'en',
  timeZone: 'UTC',
  now: new Date('2026-03-02T10:00:00Z'),
  currency: 'EUR',
} as const

test('a plain text is filled and nothing in it is escaped', () => {
  const data = { contact: { first_name: 'A & B' }, cart: { value: 1250 } }
  const text = '{"name":"{{ contact.first_name }}","value":"{{ cart.value | money }}"}'
  expect(fillText(text, data, settings)).toBe('{"name":"A & B","value":"€12.50"}')
})

test('what cannot be read says where', () => {
  expect(() => fillText('a\n{{ x | nope }}', {}, settings)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      details: { field: 'text', line: 2, column: 1, fault: 'unknown-filter' },
    }),
  )
})
