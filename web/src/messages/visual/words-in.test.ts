import { expect, test } from 'vitest'
import { wordsIn } from './words-in'

test.each([
  [
    '<p>{% if contact.first_name %}{{ contact.first_name }}, l{% else %}L{% endif %}’e-mail</p>',
    'L’e-mail',
  ],
  ['Hello{% if a %}{% if b %}, you{% else %}, all{% endif %}{% endif %}', 'Hello, all'],
  ['Worth {{ offer.value | money: "EUR" }}<br />today', 'Worth … today'],
  ['{% for line in cart.lines %}{{ line.title }}{% endfor %}', '…'],
  ['x'.repeat(60), `${'x'.repeat(40)}…`],
])('%s reads as a line', (html, line) => {
  expect(wordsIn(html)).toBe(line)
})
