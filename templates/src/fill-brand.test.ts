import { expect, test } from 'vitest'
import { compileMail } from './compile-mail'
import { fillBrand } from './fill-brand'
import { mailBrand } from './mail-brand'
import { renderMail } from './render-mail'
import { sampleData } from './sample-data'
import { mailSaying } from './testing/mjml-of'
import { renderOptions } from './testing/render-options'

const data = sampleData('fr')
const render = async (words: string, shop: Partial<typeof data.shop> = {}) => {
  const compiled = await compileMail(mailSaying(words))
  return renderMail(compiled, { ...data, shop: { ...data.shop, ...shop } }, renderOptions)
}

test('a change of brand reaches a mail that was compiled before it', async () => {
  const compiled = await compileMail(mailSaying('<b style="color:{{ brand.primary }}">!</b>'))
  const seen = async (accent: string) =>
    (
      await renderMail(
        compiled,
        { ...data, shop: { ...data.shop, brand: { accent } } },
        renderOptions,
      )
    ).html
  expect(await seen('#b00020')).toContain('color:#b00020')
  expect(await seen('#00457c')).toContain('color:#00457c')
})

test('values are escaped in HTML, and only there', async () => {
  const { html, text } = await render('{{ brand.company_name }}', { name: 'Tom & <Co>' })
  expect(html).toContain('Tom &amp; &lt;Co&gt;')
  expect(text).toContain('Tom & <Co>')
})

test('a value that looks like Liquid is a value', async () => {
  const { html, text } = await render('{{ brand.company_name }}', { name: '{{ contact.email }}' })
  expect(html).toContain('{{ contact.email }}')
  expect(`${html}${text}`).not.toContain('sophie@example.com')
})

test('asking, filters and names the author has taken are left to Liquid', async () => {
  const words =
    '{% if brand.support_phone %}{{ brand.support_phone | remove: " " }}{% endif %}{% for brand in sections %}{{ brand.name }}{{ brand }},{% endfor %}'
  expect((await render(words)).text).toContain('0800123456nature,portrait,')
})

test('what the brand does not say is nothing', async () => {
  expect((await render('a{{ brand.chat_url }}b', { chat_url: null })).text).toContain('ab')
})

test('a mail that names its brand often is filled once for all who get it', async () => {
  const compiled = await compileMail(
    mailSaying('{{ brand.company_name }} {{ contact.first_name }}'),
  )
  const brand = mailBrand(data.shop)
  const filled = fillBrand(compiled, brand)
  expect(fillBrand(compiled, mailBrand({ ...data.shop }))).toBe(filled)
  expect(filled.html).not.toContain('brand.')
})

test('in the dark a button is seen, whatever its colour in the light', () => {
  const { dark } = mailBrand({ name: 'Lumen', brand: { accent: '#101820' } })
  expect(dark.primary).not.toBe('#101820')
  expect(mailBrand({ name: 'Lumen', brand: { accent: '#e4572e' } }).dark.primary).toBe('#e4572e')
})
