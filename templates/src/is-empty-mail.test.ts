import { expect, test } from 'vitest'
import { isEmptyMail } from './is-empty-mail'
import { mailOf, mailSaying } from './testing/mjml-of'

test.each(['', ' &nbsp; ', '{% if x %}{% endif %}', '<a href="{{ unsubscribe_url }}">Stop</a>'])(
  '“%s” is empty',
  (words) => {
    expect(isEmptyMail(mailSaying(words))).toBe(true)
  },
)

test.each(['Hi', '{{ shop.name }}', '<img src="x.png" alt="" />'])('“%s” is not', (words) => {
  expect(isEmptyMail(mailSaying(words))).toBe(false)
})

test('a mail without a section is empty', () => {
  expect(isEmptyMail(mailOf(''))).toBe(true)
})
