import { expect, test } from 'vitest'
import { completeLiquid } from './complete-liquid'

const fields = [
  {
    name: 'contact.traits.city',
    group: 'trait' as const,
    label: 'city',
    fallback: '',
    sample: 'Lyon',
  },
]
const labels = (text: string) => completeLiquid(text, fields)?.options.map(({ label }) => label)

test('inside a value the workspace’s own fields are offered, with what they say', () => {
  expect(labels('Hello {{ con')).toContain('contact.traits.city')
  expect(completeLiquid('Hello {{ con', fields)?.from).toBe(9)
  expect(labels('Hello {{ a | ')).toContain('money')
  expect(labels('{% if contact.tr')).toContain('contact.traits.city')
})

test('outside of Liquid nothing is offered', () => {
  expect(labels('Hello')).toBeUndefined()
  expect(labels('{{ a }} and')).toBeUndefined()
})
