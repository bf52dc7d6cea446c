import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

const mjml = `<mjml><mj-body><mj-section><mj-column>
<mj-text font-size="16px">Hello {{ contact.first_name | default: "you" }}</mj-text>
<mj-button background-color="#F5C6CB" color="#222222" href="https://shop.example">Come back</mj-button>
</mj-column></mj-section></mj-body></mjml>`
const flat = { subject: 'HELLO AND WELCOME BACK', mjml }
const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, path, body, headers)
const french = { 'accept-language': 'fr' }

test('a mail written flat in one language says at once what is better mended', async () => {
  const made = await ask('POST', '/api/mail-templates', { name: 'Flat', locale: 'en', ...flat })
  expect(made).toMatchObject({
    status: 201,
    json: { version: 1, languages: { en: { subject: flat.subject } } },
  })
  expect(made.json.problems).toMatchObject([
    { locale: 'en', code: 'no-unsubscribe', line: null },
    { locale: 'en', code: 'shouting' },
    { locale: 'en', code: 'pale-button', line: 3 },
  ])
})

test('its other language is written beside it, and both are checked, in the reader’s words', async () => {
  const { json: made } = await ask('POST', '/api/mail-templates', {
    ...{ name: 'Both', locale: 'en' },
    ...flat,
  })
  const path = `/api/mail-templates/${made.id}`
  const saved = await ask('PUT', `${path}/contents/fr`, { subject: '', mjml })
  expect(saved).toMatchObject({ status: 200, json: { version: 2 } })
  expect(Object.keys(saved.json.languages)).toEqual(['en', 'fr'])
  const { json } = await ask('GET', `${path}/check`, undefined, french)
  const said = json.problems.filter(({ locale }: { locale: string }) => locale === 'fr')
  expect(said.map(({ message }: { message: string }) => message)).toEqual([
    'Il n’y a pas de lien de désabonnement.',
    'L’objet est vide.',
    'Le bouton «\u202fCome back\u202f» est trop pâle sur son fond\u00a0: 1,5:1, il faut au moins 3:1.',
  ])
})

test('a link that mails may not have is told with its address and line, in both languages', async () => {
  const link =
    '<mj-text font-size="16px"><a href="javascript:alert(1)">Look</a></mj-text>\n</mj-column>'
  const { json: made } = await ask('POST', '/api/mail-templates', {
    ...{ name: 'Forbidden', locale: 'en', subject: 'Hello' },
    mjml: mjml.replace('</mj-column>', link),
  })
  const told = async (language: string) => {
    const path = `/api/mail-templates/${made.id}/check`
    const { json } = await ask('GET', path, undefined, { 'accept-language': language })
    return json.problems.filter(({ code }: { code: string }) => code === 'forbidden-link')
  }
  const place = { line: 4, column: 30 }
  expect(await told('en')).toMatchObject([
    {
      ...place,
      message:
        'Emails may not lead to this address, and its link is taken out: javascript:alert(1)',
    },
  ])
  expect(await told('fr')).toMatchObject([
    {
      ...place,
      message:
        'Un e-mail ne peut pas mener à cette adresse, et son lien est retiré\u00a0: javascript:alert(1)',
    },
  ])
  const { json: shown } = await ask('POST', `/api/mail-templates/${made.id}/preview`, {
    locale: 'en',
  })
  expect(shown.html).not.toContain('javascript')
})

test('a mail is rendered for one contact, with its warnings', async () => {
  const { json: made } = await ask('POST', '/api/mail-templates', {
    ...{ name: 'Rendered', locale: 'en' },
    ...flat,
  })
  const path = `/api/mail-templates/${made.id}/render`
  const { status, json } = await ask('POST', path, { contactId: run.contactId })
  expect(status).toBe(200)
  expect(json.html).toContain('Hello Ada')
  expect(json.text).toContain('Hello Ada')
  expect(json.warnings.map(({ code }: { code: string }) => code)).toEqual([
    'no-unsubscribe',
    'shouting',
    'pale-button',
  ])
  const unknown = { contactId: '00000000-0000-4000-8000-000000000000' }
  expect(await ask('POST', path, unknown)).toMatchObject({ status: 404 })
})

test('each mail of the list has its weight and its warnings; one that cannot be filled says why and hides no other', async () => {
  const { json: made } = await ask('POST', '/api/mail-templates', {
    name: 'Weighed',
    locale: 'en',
    ...flat,
  })
  const endless = `<mjml><mj-body><mj-section><mj-column><mj-text>{% for i in (1..99999999) %}x{% endfor %}</mj-text></mj-column></mj-section></mj-body></mjml>`
  const { status, json: broken } = await ask('POST', '/api/mail-templates', {
    ...{ name: 'Endless', locale: 'en' },
    ...{ subject: 'Hello', mjml: endless },
  })
  expect(status).toBe(201)
  expect(broken.problems).toMatchObject([{ code: expect.stringMatching(/^render-/), locale: 'en' }])
  const { json } = await ask('GET', '/api/mail-templates/checks?limit=200')
  const of = (id: string) => json.items.find((each: { id: string }) => each.id === id)
  const { json: rendered } = await ask('POST', `/api/mail-templates/${made.id}/preview`, {
    locale: 'en',
  })
  expect(of(made.id)).toEqual({
    id: made.id,
    bytes: Buffer.byteLength(rendered.html),
    warnings: made.problems.length,
    problem: null,
  })
  expect(of(broken.id)).toMatchObject({ bytes: null, warnings: null, problem: expect.any(String) })
})

test('a French editor whose mail is refused reads why in French, with line and column', async () => {
  const save = (body: object, headers = french) =>
    ask('POST', '/api/mail-templates', { name: 'Refused', locale: 'fr', ...flat, ...body }, headers)
  const open = mjml.replace('Hello', '{% if x %}Hello')
  const place = { code: 'invalid', field: 'languages.fr.mjml', line: 2 }
  expect((await save({ mjml: open })).json).toMatchObject({
    ...{ ...place, column: 27, fault: 'block-left-open' },
    detail: '{% if x %} est ouvert et jamais refermé.',
  })
  expect((await save({ mjml: open }, { 'accept-language': 'en' })).json.detail).toBe(
    '{% if x %} is opened and never closed.',
  )
  expect((await save({ subject: '{{ x | shout }}' })).json).toMatchObject({
    ...{ field: 'languages.fr.subject', line: 1, column: 1, fault: 'unknown-filter' },
    detail: 'Il n’y a pas de filtre Liquid «\u202fshout\u202f».',
  })
  expect((await save({ mjml: mjml.replace('16px', '16em') })).json).toMatchObject({
    ...{ ...place, column: 1, fault: 'wrong-unit' },
    detail:
      '«\u202fmj-text\u202f» ne peut pas avoir font-size="16em"\u00a0: l’unité est l’une de px.',
  })
})

test('a mail that fails only as it is filled says so in French among its problems', async () => {
  const { json } = await ask(
    'POST',
    '/api/mail-templates',
    { name: 'Fails', locale: 'fr', subject: '{{ "a" | append }}', mjml },
    french,
  )
  expect(json.problems).toMatchObject([
    {
      ...{ locale: 'fr', code: 'render-failed' },
      message: 'Le filtre Liquid «\u202fappend\u202f» demande une valeur.',
    },
  ])
})
