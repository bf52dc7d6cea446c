import { expect, test } from 'vitest'
import { mailSaying } from './testing/mjml-of'
import { usedFields } from './used-fields'

test('every contact field of every text is found once, with whether it has a fallback', () => {
  const source = mailSaying(
    '{{ contact.first_name | default: "you" }} {{ contact.traits.city }} {% if contact.last_section %}{{ contact.last_section }}{% endif %}',
    {
      subject: '{{ contact.first_name | default: "you" }}',
      preheader: '{{ contact.last_name }} {{ shop.name }}',
    },
  )
  expect(usedFields(source)).toEqual([
    { field: 'first_name', hasFallback: true },
    { field: 'last_name', hasFallback: false },
    { field: 'last_section', hasFallback: true },
    { field: 'traits.city', hasFallback: false },
  ])
})

test('a field that has a fallback in one place only still lacks one', () => {
  const source = mailSaying('{{ contact.first_name | default: "you" }} {{ contact.first_name }}')
  expect(usedFields(source)).toEqual([{ field: 'first_name', hasFallback: false }])
})

test('a mail that names nobody uses nothing', () => {
  expect(usedFields(mailSaying('{{ shop.name }}'))).toEqual([])
})
