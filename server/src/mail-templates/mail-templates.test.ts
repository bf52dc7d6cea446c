import { inTransaction } from '@relance/db/connection/in-transaction'
import { recordEvent } from '@relance/db/event/record-event'
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

const mjml =
  '<mjml>\n<mj-body><mj-section><mj-column><mj-text>Hello {{ contact.first_name }}</mj-text></mj-column></mj-section></mj-body>\n</mjml>'
const languages = { en: { subject: 'Hello {{ contact.first_name }}', preheader: 'Soon', mjml } }
const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)

test('a mail is made, saved as its next version, and previewed for a contact', async () => {
  const made = await ask('POST', '/api/mail-templates', { name: 'Hello', languages })
  expect(made).toMatchObject({ status: 201, json: { name: 'Hello', version: 1, languages } })
  const path = `/api/mail-templates/${made.json.id}`
  expect((await ask('PUT', path, { name: 'Hi', languages })).json).toMatchObject({
    name: 'Hi',
    version: 2,
  })
  const { json: preview } = await ask('POST', `${path}/preview`, { contactId: run.contactId })
  expect(preview.subject).toBe('Hello Ada')
  expect(preview.html).toContain('Hello Ada')
  const { json: sample } = await ask('POST', `${path}/preview`, { locale: 'fr' })
  expect(sample.subject).toMatch(/^Hello \w+/)
})

test('a source that does not compile is refused with its line and column, and changes nothing', async () => {
  const made = await ask('POST', '/api/mail-templates', { name: 'Hello', languages })
  const path = `/api/mail-templates/${made.json.id}`
  const broken = {
    en: {
      ...languages.en,
      mjml: mjml.replace('{{ contact.first_name }}', '{{ contact.first_name'),
    },
  }
  const refused = await ask('PUT', path, { languages: broken })
  expect(refused).toMatchObject({
    status: 400,
    json: { code: 'invalid', field: 'languages.en.mjml', line: 2 },
  })
  expect(refused.json.column).toBeGreaterThan(1)
  expect((await ask('GET', path)).json).toMatchObject({ version: 1, languages })
})

test('mails are listed with the scenarios that send them', async () => {
  const { json } = await ask('GET', '/api/mail-templates')
  const selection = json.items.find(({ key }: { key: string }) => key === 'selection')
  expect(selection).toMatchObject({
    languages: ['en', 'fr'],
    version: 1,
    usedBy: [{ id: run.flowId }],
  })
})

test('every shipped mail previews for a contact about whom little is known', async () => {
  const { json } = await ask('GET', '/api/mail-templates')
  for (const { id, key } of json.items.filter(({ key }: { key: string | null }) => key !== null)) {
    const { status, json: preview } = await ask('POST', `/api/mail-templates/${id}/preview`, {
      contactId: run.contactId,
    })
    expect(`${key} ${status}`).toBe(`${key} 200`)
    expect(preview.subject).not.toBe('')
  }
})

test('a draft is rendered as it is being written, and nothing of it is saved', async () => {
  const made = await ask('POST', '/api/mail-templates', { name: 'Hello', languages })
  const path = `/api/mail-templates/${made.json.id}`
  const draft = { subject: 'Draft', preheader: '', mjml: mjml.replace('Hello', 'Good day') }
  const seen = await ask('POST', `${path}/render`, {
    ...{ contactId: run.contactId, locale: 'en', draft },
  })
  expect(seen).toMatchObject({ status: 200, json: { subject: 'Draft' } })
  expect(seen.json.html).toContain('Good day Ada')
  expect((await ask('GET', path)).json.version).toBe(1)
  expect((await ask('POST', `${path}/render`, { draft })).status).toBe(400)
})

test('what a mail may show is listed with what the customer would read', async () => {
  const { status, json } = await ask('GET', `/api/mail-fields?contactId=${run.contactId}`)
  expect(status).toBe(200)
  const named = (name: string) => json.items.find((field: { name: string }) => field.name === name)
  expect(named('contact.first_name')).toMatchObject({
    ...{ group: 'contact', label: 'First name', fallback: 'there', sample: 'Ada' },
  })
  const { json: bands } = await ask('GET', '/api/mail-snippets?locale=fr')
  expect(bands.items.map(({ kind }: { kind: string }) => kind)).toContain('footer')
})

test('the shop’s own events give a mail data, what became of our messages does not', async () => {
  const at = new Date('2026-03-03T10:00:00Z')
  const { contactId } = run
  await inTransaction(shop.scope, async (tx) => {
    const told = { message_id: run.messageId, node_id: 'mail-1', delay_in_days: 2 }
    const events = [
      { contactId, name: 'Quote Asked', properties: { frame_colour: 'red' }, at },
      { contactId, name: 'Email Delivered', properties: told, at },
    ]
    for (const event of events) await recordEvent(tx, event, { always: true })
  })
  const { json } = await ask('GET', '/api/mail-fields')
  const names = json.items.map(({ name }: { name: string }) => name)
  expect(names).toContain('event.properties.frame_colour')
  for (const own of ['message_id', 'node_id', 'delay_in_days'])
    expect(names).not.toContain(`event.properties.${own}`)
})

test('each save is a version that remembers what was written, and can be saved again', async () => {
  const { json: made } = await ask('POST', '/api/mail-templates', { name: 'Hello', languages })
  const path = `/api/mail-templates/${made.id}`
  const other = { en: { ...languages.en, subject: 'Other' } }
  await ask('PUT', path, { languages: other })
  const { json: all } = await ask('GET', `${path}/versions`)
  expect(all.items.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  expect(all.items[0].savedBy).toMatch(/^key:/)
  const { json: first } = await ask('GET', `${path}/versions/1`)
  expect(first.languages).toEqual(languages)
  expect((await ask('PUT', path, { languages: first.languages })).json).toMatchObject({
    ...{ version: 3, languages },
  })
  expect((await ask('GET', `${path}/versions/9`)).status).toBe(404)
})

test.each([
  [{ name: 'Flat', locale: 'fr', mjml }, 'subject'],
  [{ name: 'Flat', locale: 'de', subject: 'Hallo', mjml }, 'locale'],
  [{ name: 'Flat', subject: 'Hello' }, 'mjml'],
  [{ locale: 'fr', subject: 'Bonjour', mjml }, 'name'],
  [{ name: 'Whole', languages: {} }, 'languages'],
  [{ name: 'Whole', languages: { en: { mjml } } }, 'languages.en.subject'],
])('a new mail that is not whole is told which field is wrong: %j', async (body, field) => {
  const refused = await ask('POST', '/api/mail-templates', body)
  expect(refused).toMatchObject({ status: 400, json: { code: 'invalid', field } })
  expect(refused.json.detail).toMatch(new RegExp(`^${field.replaceAll('.', '[.]')}: `))
})
