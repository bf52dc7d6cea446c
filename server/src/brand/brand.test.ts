import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
})
afterAll(() => t.close())

const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const kit = {
  colours: { primary: '#b00020', surface: '#ffffff' },
  font: 'plain',
  companyName: 'Galerie Lumen',
  postalAddress: '12 rue des Arts, 69001 Lyon',
  supportPhone: '0 800 123 456',
  supportEmail: 'help@shop.example',
  website: 'https://shop.example/',
}

test('a workspace that has said nothing has a kit that can be read', async () => {
  const { status, json } = await ask('GET', '/api/brand')
  expect(status).toBe(200)
  expect(json).toMatchObject({ font: 'classic', companyName: null, warnings: [] })
  expect(json.colours.primary).toMatch(/^#[0-9a-f]{6}$/)
})

test('what is saved is read back, and mails that were there before show it', async () => {
  const made = await ask('POST', '/api/mail-templates', {
    ...{ name: 'Hello', locale: 'en', subject: 'Hello' },
    mjml: '<mjml><mj-body><mj-section><mj-column><mj-button background-color="{{ brand.primary }}" href="{{ brand.website }}">{{ brand.company_name }}</mj-button><mj-text>{{ brand.support_phone }} <a href="{{ unsubscribe_url }}">Out</a></mj-text></mj-column></mj-section></mj-body></mjml>',
  })
  expect(made.status).toBe(201)
  expect((await ask('PUT', '/api/brand', kit)).status).toBe(200)
  expect((await ask('GET', '/api/brand')).json).toMatchObject(kit)
  const { json } = await ask('POST', `/api/mail-templates/${made.json.id}/preview`, {
    locale: 'en',
  })
  expect(json.html).toContain('bgcolor="#b00020"')
  expect(json.html).toMatch(/Galerie Lumen[\s\S]*0 800 123 456/)
})

test('a pale primary is kept and warned about, in the reader’s language', async () => {
  const pale = { ...kit, colours: { ...kit.colours, primary: '#f5c6cb', onPrimary: '#000000' } }
  const said = await t.ask(shop.apiKey, 'PUT', '/api/brand', pale, { 'accept-language': 'fr' })
  expect(said.status).toBe(200)
  expect(said.json.warnings).toEqual([
    { field: 'primary', message: expect.stringMatching(/trop pâles.*1,5:1/) },
  ])
})

test('what no mail could show is refused, and nothing changes', async () => {
  const before = (await ask('GET', '/api/brand')).json
  for (const wrong of [{ colours: { primary: 'red' } }, { website: 'javascript:alert(1)' }]) {
    expect(await ask('PUT', '/api/brand', { ...kit, ...wrong })).toMatchObject({
      status: 400,
      json: { code: 'invalid' },
    })
  }
  expect((await ask('GET', '/api/brand')).json).toEqual(before)
})

test('a company that is not named is the workspace, in a look as in a mail', async () => {
  const asked = { brand: { ...kit, companyName: '' }, locale: 'en', mail: 'credit' }
  const { json } = await ask('POST', '/api/brand/preview', asked)
  expect(json.html).toMatch(/you are a customer of Shop \w/)
})

test.each(['en', 'fr'])('a kit is shown on a mail before it is saved, in %s', async (locale) => {
  const brand = { ...kit, colours: { primary: '#123456' }, companyName: 'Not <saved>' }
  const { status, json } = await ask('POST', '/api/brand/preview', {
    ...{ brand, locale, mail: 'cart-help' },
  })
  expect(status).toBe(200)
  expect(json.html).toContain('bgcolor="#123456"')
  expect(json.html).toContain('Not &lt;saved&gt;')
  expect(json.html).toContain(locale === 'fr' ? 'une vraie personne' : 'real person')
})
