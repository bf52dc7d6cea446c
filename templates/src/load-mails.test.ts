import { expect, test } from 'vitest'
import { checkMail } from './check/check-mail'
import { compileMail } from './compile-mail'
import { hasUnsubscribeLink } from './has-unsubscribe-link'
import { isEmptyMail } from './is-empty-mail'
import { loadMails } from './load-mails'
import type { MailData } from './mail-data'
import { renderMail } from './render-mail'
import { sampleData } from './sample-data'
import { frenchFaults } from './testing/french-faults'
import { renderOptions } from './testing/render-options'
import { usedFields } from './used-fields'

const mails = (await loadMails()).flatMap(({ key, sources }) =>
  [sources.en, sources.fr].map((source) => ({
    id: `${key}.${source.language}`,
    key,
    source,
    language: source.language,
  })),
)
type Mail = (typeof mails)[number]

const render = async ({ source, language }: Mail, data: MailData = sampleData(language)) =>
  renderMail(await compileMail(source), data, { ...renderOptions, language })

test('the mails of all scenarios are there', async () => {
  expect((await loadMails()).map(({ key }) => key)).toEqual([
    'apology',
    'best-use',
    'birthday',
    'cart-help',
    'cart-last-call',
    'cart-reminder',
    'complements',
    'confirm-consent',
    'credit',
    'discover',
    'first-credit',
    'first-order-thanks',
    'first-picks',
    'kept-for-you',
    'new-arrivals',
    'newsletter',
    'opt-out',
    'order-confirmation',
    'refill',
    'remember',
    'right-address',
    'selection',
    'shall-we-stop',
    'six-months',
    'sorry-to-hear',
    'survey',
    'welcome',
    'welcome-tips',
  ])
})

/** Golden mails: read the difference, then accept it with `npx vitest run templates -u`. */
test.each(mails)('$id renders as the golden mail', async (mail) => {
  const { subject, html, text } = await render(mail)
  await expect(html).toMatchFileSnapshot(`../mails/golden/${mail.id}.html`)
  await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../mails/golden/${mail.id}.txt`)
})

test.each(mails)(
  '$id can be unsubscribed from, is light, and has words for people it knows little of',
  async (mail) => {
    const { html, subject } = await render(mail)
    expect(hasUnsubscribeLink(mail.source)).toBe(true)
    expect(isEmptyMail(mail.source)).toBe(false)
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
    expect(subject.length).toBeLessThanOrEqual(50)
    expect(usedFields(mail.source).filter(({ hasFallback }) => !hasFallback)).toEqual([])
    for (const [image] of html.matchAll(/<img\b[^>]*>/g)) expect(image).toMatch(/\salt="/)
  },
)

test.each(mails)('$id holds together when nothing is known', async (mail) => {
  const bare: MailData = {
    now: '2026-03-23T10:00:00Z',
    contact: {},
    shop: { name: 'Lumen', url: 'https://shop.example/' },
  }
  const { html, text, subject } = await render(mail, bare)
  const seen = `${subject}\n${text}\n${html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ')}`
  expect(seen).not.toMatch(/undefined|null|NaN|\{\{|\{%|^, | , /m)
  expect(html).not.toMatch(/href=""|href="#"|src=""/)
  expect(subject).toMatch(/^\p{Lu}/u)
})

test.each(mails.filter(({ language }) => language === 'fr'))(
  '$id keeps to French typography',
  async (mail) => {
    const { subject, text } = await render(mail)
    expect(frenchFaults([subject, mail.source.preheader, text].join('\n'))).toEqual([])
  },
)

test.each(mails.filter(({ key }) => key.startsWith('cart')))(
  '$id offers no discount',
  async (mail) => {
    const { text } = await render(mail)
    expect(text).not.toMatch(/remise|réduction|offert|discount|% off|\boff\b|coupon|promo/i)
  },
)

test.each(mails.filter(({ key }) => key === 'cart-help'))(
  '$id shows the number twice and says a person answers',
  async (mail) => {
    const { html } = await render(mail)
    const words = html.replace(/<[^>]*>/g, ' ')
    expect(words.split('0 800 123 456').length - 1).toBeGreaterThanOrEqual(2)
    expect(words).toMatch(/real person|vraie personne/)
    expect(html.match(/href="tel:0800123456"/g)?.length).toBeGreaterThanOrEqual(2)
  },
)

test.each(mails.filter(({ key }) => key === 'credit'))(
  '$id gives the person’s own code, its value and its end',
  async (mail) => {
    const { html, subject } = await render(mail)
    expect(html).toContain('LUMEN-7K2F-QX4D')
    expect(html).toMatch(/22 avril|22 April/)
    expect(subject).toMatch(/25\u00a0€|€25/)
    expect(html).toMatch(/>\s*(Voir ma sélection|See my selection)\s*</)
  },
)

test.each(mails)('$id has nothing that the creative check would have mended', async (mail) => {
  expect(checkMail(mail.source, await render(mail))).toEqual([])
})

test.each(mails)('$id shows the brand, and no colour of its own', async (mail) => {
  const data = sampleData(mail.language)
  const brand = { accent: '#7a1fa2', surface: '#f0fff0', background: '#e0e0ff' }
  const { html } = await render(mail, { ...data, shop: { ...data.shop, brand } })
  const pictured = html.replaceAll(/src="[^"]*"/g, '')
  for (const colour of Object.values(brand)) expect(pictured).toContain(colour)
  expect(mail.source.mjml.replaceAll(/\{\{[^}]*\}\}/g, '')).not.toMatch(/#[0-9a-f]{6}\b/i)
})

test.each(mails.filter(({ key }) => key === 'order-confirmation'))(
  '$id lists what was ordered with its total, in cents where there are some',
  async (mail) => {
    const data = sampleData(mail.language)
    const products = [{ name: 'Regard', price: 19.99, quantity: 3 }]
    const properties = { order_id: 'A <1>', products, total: 59.97, currency: 'EUR' }
    const { html, text, subject } = await render(mail, {
      ...data,
      event: { name: 'Order Completed', properties },
    })
    expect(subject).toContain('A <1>')
    expect(html).toContain('A &lt;1&gt;')
    expect(text.match(/59[,.]97/g)).toHaveLength(2)
    expect(html).toContain('tel:0800123456')
  },
)

test('absence is told in months once it is long', async () => {
  const selection = mails.find(({ id }) => id === 'selection.fr')
  const data = sampleData('fr')
  const away = {
    ...data,
    now: '2026-03-02T10:00:00Z',
    contact: { ...data.contact, last_visit_at: '2025-09-02T10:00:00Z' },
  }
  expect(selection && (await render(selection, away)).text).toContain('6\u00a0mois sans vous')
})
