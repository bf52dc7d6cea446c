import { expect, test } from 'vitest'
import { compileMail, type MailSource } from './compile-mail'
import type { MailData } from './mail-data'
import { type RenderOptions, renderMail } from './render-mail'
import { sampleData } from './sample-data'
import { mailOf, mailSaying } from './testing/mjml-of'
import { renderOptions } from './testing/render-options'

const render = async (
  source: MailSource,
  data: Partial<MailData> = {},
  options: Partial<RenderOptions> = {},
) =>
  renderMail(
    await compileMail(source),
    { ...sampleData('fr'), ...data },
    { ...renderOptions, ...options },
  )

const say = async (words: string, data?: Partial<MailData>, options?: Partial<RenderOptions>) =>
  (await render(mailSaying('x', { text: words }), data, options)).text.trim()

const contact = (first_name: string) => ({ contact: { first_name } })

test('values are escaped in HTML, and nowhere else', async () => {
  const name = '<b>Ann & Bob</b>'
  const mail = await render(
    mailSaying('Hi {{ contact.first_name }}', { subject: 'Hi {{ contact.first_name | escape }}' }),
    contact(name),
  )
  expect(mail.html).toContain('Hi &lt;b&gt;Ann &amp; Bob&lt;/b&gt;')
  expect(mail.subject).toBe(`Hi ${name}`)
  expect(mail.text).toContain(`Hi ${name}`)
})

test('an escape written by the author does not escape twice', async () => {
  const { html } = await render(
    mailSaying('{{ contact.first_name | escape }}|{{ "<i>" | raw }}'),
    contact('a & b'),
  )
  expect(html).toContain('a &amp; b|<i>')
})

test('an unknown name is nothing, and default gives it a text', async () => {
  expect(await say('[{{ nobody.knows.this }}] {{ contact.traits.dog | default: "no dog" }}')).toBe(
    '[] no dog',
  )
  expect(
    await say('{% if contact.first_name %}known{% else %}unknown{% endif %}', contact('')),
  ).toBe('unknown')
})

test('money, dates, lists and spans of time speak the reader’s language', async () => {
  const words =
    '{{ 123450 | money: "EUR" }}|{{ 2500 | money }}|{{ offer.expires_at | date }}|{{ sections | list }}|{{ contact.last_visit_at | since }}'
  expect(await say(words)).toBe(
    '1\u202f234,50\u00a0€|25\u00a0€|22 avril|nature et portrait|21\u00a0jours',
  )
  expect(await say(words, sampleData('en'), { language: 'en' })).toBe(
    '€1,234.50|€25|22 April|nature and portrait|21 days',
  )
})

test('a date follows the reader’s zone, and takes a style or a pattern', async () => {
  const now = '2026-03-31T22:30:00Z'
  expect(
    await say('{{ now | date: "full" }} {{ now | date: "%H:%M" }} {{ "soon" | date }}', { now }),
  ).toBe('mercredi 1er avril 00:30')
})

test('days since the last visit are counted when nobody gave them', async () => {
  expect(await say('{{ contact.days_since_visit }}')).toBe('21')
})

test('every web link is wrapped, those to one address by their place; unsubscribe, mail and phone links are not', async () => {
  const calls: string[] = []
  const trackLink = (url: string, place = 1) => {
    calls.push(`${url} ${place}`)
    return `https://t.example/?a=1&u=${calls.length}`
  }
  const words =
    '<a href="https://a.example/?x=1&amp;y=2">A</a> <a class="b" href=\'{{ shop.url }}\'>B</a> <a href="https://a.example/?x=1&amp;y=2">A2</a>' +
    '<a href="{{ unsubscribe_url }}">U</a><a href="mailto:me@a.example">M</a><a href="tel:0800">T</a>'
  const { html, text } = await render(mailSaying(words), {}, { trackLink })
  expect(calls).toEqual([
    'https://a.example/?x=1&y=2 1',
    'https://shop.example/ 1',
    'https://a.example/?x=1&y=2 2',
  ])
  expect(html.match(/https:\/\/t\.example\/\?a=1&amp;u=[13]"/g)).toHaveLength(2)
  expect(html).toContain('href="https://r.example/u/abc?x=1&amp;y=2"')
  expect(html).toContain('mailto:me@a.example')
  expect(html).toContain('tel:0800')
  expect(text).toContain('A <https://t.example/?a=1&u=1>')
  expect(text).toContain('https://r.example/u/abc?x=1&y=2')
})

test('a link that is neither web, mail nor phone leads nowhere', async () => {
  const product = { title: 'x', url: 'javascript:alert(1)' }
  const links = `<a href="{{ recommended[0].url }}">x</a> <a href={{ recommended[0].url }}>y</a>`
  const { html } = await render(mailSaying(links), { recommended: [product] })
  expect(html).not.toContain('javascript')
})

test('a link whose address stands without quotes is wrapped like any other', async () => {
  const { html } = await render(
    mailSaying('<a href=https://a.example/?x=1&amp;y=2>A</a>'),
    {},
    { trackLink: (url) => `https://t.example/${encodeURIComponent(url)}` },
  )
  expect(html).toContain('<a href="https://t.example/https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D2">')
})

test('the open pixel stands at the end, when there is one', async () => {
  const { html } = await render(mailSaying('x'))
  expect(html).toMatch(/<img src="https:\/\/r\.example\/o\/abc\?x=1&amp;y=2"[^>]*>\s*<\/body>/)
  expect((await render(mailSaying('x'), {}, { openPixelUrl: null })).html).not.toContain('<img')
})

test('a subject is one line, whatever the data', async () => {
  const { subject } = await render(
    mailSaying('x', { subject: 'Hi {{ contact.first_name }}\u202f?' }),
    contact('A\r\nBcc: x'),
  )
  expect(subject).toBe('Hi A Bcc: x\u202f?')
})

test('brand colours reach the button, and what is no colour does not', async () => {
  const button = mailOf(
    '<mj-section><mj-column><mj-button background-color="{{ shop.brand.accent }}">Go</mj-button></mj-column></mj-section>',
  )
  const shop = { name: 'S' }
  expect(
    (await render(button, { shop: { ...shop, brand: { accent: '#B00020' } } })).html,
  ).toContain('background:#B00020')
  expect(
    (await render(button, { shop: { ...shop, brand: { accent: 'red;x:url(y)' } } })).html,
  ).toContain('background:#2f3e46')
})

// The list is made once: each time anew, it would use up the memory before the time on a quick machine.
const endless = '{% assign r = (1..999) %}{% for a in r %}{% for b in r %}{% for c in r %}'
const ends = '{% endfor %}{% endfor %}{% endfor %}'

test.each([
  [
    'output beyond 1 MB',
    `{% for a in (1..2000) %}${'x'.repeat(1000)}{% endfor %}`,
    'render-too-large',
  ],
  ['a loop without end', `${endless}${ends}`, 'render-timeout'],
  ['a huge range', '{% for a in (1..99999999) %}x{% endfor %}', 'render-too-large'],
  [
    'a capture that doubles',
    '{% assign x = "abcdefgh" %}{% for a in (1..60) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}',
    'render-too-large',
  ],
  [
    'a text that doubles',
    '{% assign x = "abcdefgh" %}{% for a in (1..60) %}{% assign x = x | append: x %}{% endfor %}',
    'render-too-large',
  ],
])('%s is stopped', async (_name, words, reason) => {
  await expect(render(mailSaying(words))).rejects.toMatchObject({
    code: 'invalid',
    details: { field: 'html', reason },
  })
})

test('one render leaves no trace in the next', async () => {
  const compiled = await compileMail(
    mailSaying('x', { text: '{% increment n %}{% assign a = "left" %}{{ b }}{% assign b = a %}' }),
  )
  const once = await renderMail(compiled, sampleData('fr'), renderOptions)
  expect(await renderMail(compiled, sampleData('fr'), renderOptions)).toEqual(once)
})
