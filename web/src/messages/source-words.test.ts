import { expect, test } from 'vitest'
import { sourceWords } from './source-words'

test('the words of a mail are read from a source that cannot be made into one', () => {
  const mjml = `<mjml><mj-head><mj-title>No</mj-title></mj-head><mj-body><!-- no -->
<mj-section><mj-column>
  <mj-text font-size="16px">Hello {{ contact.first_name }},<br/>a <b>new</b>&nbsp;list &amp; more</mj-text>
  {% if cart.lines %}<mj-button href="{{ shop.url }}">See it</mj-buton>{% endif %}
  <mj-text Bye`
  expect(sourceWords(mjml)).toBe('Hello {{ contact.first_name }},\na new\u00a0list & more\nSee it')
})
