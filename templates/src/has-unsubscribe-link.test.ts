import { expect, test } from 'vitest'
import { hasUnsubscribeLink } from './has-unsubscribe-link'
import { mailSaying } from './testing/mjml-of'

test('a link to unsubscribe_url counts', () => {
  expect(hasUnsubscribeLink(mailSaying('<a href="{{ unsubscribe_url }}">Stop</a>'))).toBe(true)
})

test.each([
  '{{ unsubscribe_url }}',
  '<!-- <a href="{{ unsubscribe_url }}">Stop</a> -->',
  '<a href="https://x.example">Stop</a>',
])('%s does not', (words) => {
  expect(hasUnsubscribeLink(mailSaying(words))).toBe(false)
})
