import { expect, test } from 'vitest'
import { compileMail, type MailSource } from './compile-mail'
import { mailOf, mailSaying } from './testing/mjml-of'

const section = '<mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section>'

async function faultOf(source: MailSource) {
  const error = await compileMail(source).then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toMatchObject({ name: 'AppError', code: 'invalid' })
  const { field, line, column } = error.details
  return { field, line, column, words: error.message }
}

test('Liquid stays in the HTML and in the text', async () => {
  const { html, text } = await compileMail(
    mailSaying('Hi {{ contact.first_name | default: "you" }}'),
  )
  expect(html).toContain('Hi {{ contact.first_name | default: "you" }}')
  expect(text).toContain('Hi {{ contact.first_name | default: "you" }}')
})

test('a bare condition around a section is kept, on both sides of it', async () => {
  const { html } = await compileMail(mailOf(`{% if cart %}\n${section}\n{% endif %}`))
  expect(html.indexOf('{% if cart %}')).toBeGreaterThan(0)
  expect(html.indexOf('{% endif %}')).toBeGreaterThan(html.indexOf('>Hi<'))
})

test('a bare loop around columns repeats the columns', async () => {
  const column = '<mj-column><mj-text>{{ p.title }}</mj-text></mj-column>'
  const { html } = await compileMail(
    mailOf(`<mj-section>{% for p in recommended %}${column}{% endfor %}</mj-section>`),
  )
  expect(html).toMatch(/\{% for p in recommended %\}[\s\S]*\{\{ p\.title \}\}[\s\S]*\{% endfor %\}/)
})

test('Liquid may give a colour, though MJML alone refuses it', async () => {
  const button =
    '<mj-button background-color="{{ shop.brand.accent }}" href="{{ shop.url }}">Go</mj-button>'
  const { html } = await compileMail(
    mailOf(`<mj-section><mj-column>${button}</mj-column></mj-section>`),
  )
  expect(html).toContain('bgcolor="{{ shop.brand.accent }}"')
  expect(html).toContain('href="{{ shop.url }}"')
})

test('comparisons and quotes inside Liquid do not disturb the tags', async () => {
  const { html } = await compileMail(
    mailSaying('{% if cart.value < 5000 and shop.name != "A > B" %}x{% endif %}'),
  )
  expect(html).toContain('{% if cart.value < 5000 and shop.name != "A > B" %}')
})

test('the preheader comes first, hidden, and the subject is the title', async () => {
  const { html, text } = await compileMail(
    mailSaying('Hi', {
      subject: 'A & {{ shop.name }}',
      preheader: '1 < 2 {{ contact.first_name }}',
      language: 'fr',
    }),
  )
  expect(html).toMatch(
    /<body[^>]*><div style="display:none[^>]*>1 &lt; 2 \{\{ contact\.first_name \}\}/,
  )
  expect(html).toContain('<title>A &amp; {{ shop.name }}</title>')
  expect(html).toContain('lang="fr"')
  expect(text).not.toContain('1 < 2')
})

test('a text part of one’s own is taken as it is', async () => {
  expect((await compileMail(mailSaying('Hi', { text: 'Own {{ shop.name }}' }))).text).toBe(
    'Own {{ shop.name }}',
  )
})

test('a derived text names each link and leaves pictures out', async () => {
  const { text } = await compileMail(
    mailSaying(
      '<h1>Big</h1><a href="https://a.example"><img src="x.png" alt="X" /></a> <a href="{{ shop.url }}">Shop</a>',
    ),
  )
  expect(text).toContain('Big')
  expect(text).toContain('Shop <{{ shop.url }}>')
  expect(text).not.toContain('a.example')
})

test.each<[string, MailSource, { field: string; line: number; column: number }]>([
  ['an unknown tag', mailOf('<mj-secton></mj-secton>'), { field: 'mjml', line: 3, column: 1 }],
  [
    'a wrong attribute',
    mailOf('<mj-section><mj-column>\n  <mj-text size="3">Hi</mj-text></mj-column></mj-section>'),
    { field: 'mjml', line: 4, column: 3 },
  ],
  [
    'a tag left open',
    mailOf('<mj-section>\n<mj-column>\n</mj-section>'),
    { field: 'mjml', line: 4, column: 1 },
  ],
  [
    'a text left open',
    mailOf('<mj-section><mj-column><mj-text>Hi</mj-column></mj-section>'),
    { field: 'mjml', line: 3, column: 24 },
  ],
  [
    'a tag closed twice',
    mailOf(`${section}</mj-section>`),
    { field: 'mjml', line: 3, column: section.length + 1 },
  ],
  [
    'bare words between sections',
    mailOf(`${section}\n  Hello`),
    { field: 'mjml', line: 4, column: 3 },
  ],
  [
    'an include',
    mailOf('<mj-include path="/etc/passwd" />'),
    { field: 'mjml', line: 3, column: 1 },
  ],
  [
    'a program',
    mailOf('<mj-raw>\n<script src="https://a.example/x.js"></script></mj-raw>'),
    { field: 'mjml', line: 4, column: 1 },
  ],
  [
    'a program for some mail programs',
    mailOf('<mj-raw><!--[if mso]><SCRIPT>x()</SCRIPT><![endif]--></mj-raw>'),
    { field: 'mjml', line: 3, column: 22 },
  ],
  [
    'a link that runs something',
    mailSaying('<a href="https://a.example/?a>b" onclick="x()">Shop</a>'),
    { field: 'mjml', line: 3, column: 33 },
  ],
  [
    'no MJML',
    { subject: '', preheader: '', mjml: '<p>Hi</p>' },
    { field: 'mjml', line: 1, column: 1 },
  ],
  [
    'Liquid in a width',
    mailOf('<mj-section><mj-column width="{{ w }}"><mj-text>Hi</mj-text></mj-column></mj-section>'),
    { field: 'mjml', line: 3, column: 13 },
  ],
  ['a condition left open', mailSaying('{% if x %}Hi'), { field: 'mjml', line: 3, column: 33 }],
  ['an unknown filter', mailSaying('Hi\n {{ x | shout }}'), { field: 'mjml', line: 4, column: 2 }],
  [
    'an unknown Liquid tag',
    mailSaying('{% include "x" %}'),
    { field: 'mjml', line: 3, column: 33 },
  ],
  [
    'a broken subject',
    mailSaying('Hi', { subject: 'Hello {{ contact.' }),
    { field: 'subject', line: 1, column: 7 },
  ],
  [
    'a broken preheader',
    mailSaying('Hi', { preheader: '{% if %}' }),
    { field: 'preheader', line: 1, column: 6 },
  ],
  [
    'a broken text',
    mailSaying('Hi', { text: 'a\n{% endif %}' }),
    { field: 'text', line: 2, column: 1 },
  ],
])('%s is refused with its place', async (_name, source, place) => {
  expect(await faultOf(source)).toMatchObject(place)
})

test('Liquid that MJML would drop in silence is refused', async () => {
  const source = mailOf(
    `<mj-section><mj-column><mj-image src="a.png" alt="a" /></mj-column></mj-section>`,
  )
  const mjml = source.mjml.replace(
    '<mj-body>',
    '<mj-head><mj-font name="{{ font }}" href="x" /></mj-head>\n<mj-body>',
  )
  expect(await faultOf({ ...source, mjml })).toMatchObject({
    field: 'mjml',
    line: 2,
    words: expect.stringContaining('{{ font }}'),
  })
})
