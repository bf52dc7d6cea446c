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

const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const band = (words: string) =>
  `<mj-section>\n  <mj-column>\n    <mj-text font-size="16px">${words}</mj-text>\n  </mj-column>\n</mj-section>`
const mailWith = (key: string) =>
  `<mjml><mj-body>\n<mj-block key="${key}" />\n<mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section>\n</mj-body></mjml>`
const make = (name: string, languages: object) =>
  ask('POST', '/api/mail-blocks', { name, languages })
const mail = async (key: string) => {
  const en = { subject: 'Hello', preheader: '', mjml: mailWith(key) }
  return ask('POST', '/api/mail-templates', { name: `With ${key}`, languages: { en } })
}
const htmlOf = async (id: string) =>
  (
    await ask('POST', `/api/mail-templates/${id}/render`, {
      contactId: run.contactId,
      locale: 'en',
    })
  ).json.html

test('a change of a block reaches every mail that names it, as its next version', async () => {
  const { status, json: made } = await make('Pied de page été', {
    en: band('Bye, {{ contact.first_name }}'),
  })
  expect({ status, key: made.key, version: made.version }).toEqual({
    ...{ status: 201, key: 'pied-de-page-ete', version: 1 },
  })
  const { json: first } = await mail(made.key)
  const { json: second } = await mail(made.key)
  expect(await htmlOf(first.id)).toContain('Bye, Ada')
  const changed = await ask('PUT', `/api/mail-blocks/${made.id}`, {
    languages: { en: band('See you soon') },
  })
  expect(changed).toMatchObject({ status: 200, json: { version: 2 } })
  expect(changed.json.usedBy.map(({ id }: { id: string }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  )
  expect(await htmlOf(first.id)).toContain('See you soon')
  const { json: after } = await ask('GET', `/api/mail-templates/${first.id}`)
  expect(after.version).toBe(2)
  expect(after.languages.en.mjml).toBe(mailWith(made.key))
})

test('a change that would break a mail is refused, and changes neither', async () => {
  const { json: made } = await make('Fragile', { en: band('Fine') })
  const { json: with_ } = await mail('fragile')
  const broken = await ask('PUT', `/api/mail-blocks/${made.id}`, {
    languages: { en: '<mj-section><mj-text>Alone</mj-text></mj-section>{% if x %}' },
  })
  expect(broken).toMatchObject({ status: 400, json: { field: 'languages.en' } })
  expect((await ask('GET', `/api/mail-templates/${with_.id}`)).json.version).toBe(1)
  expect(await htmlOf(with_.id)).toContain('Fine')
})

test('a block in use is not deleted, and says where it is used; an unused one goes', async () => {
  const { json: made } = await make('In use', { en: band('Here') })
  const { json: user } = await mail('in-use')
  const refused = await ask('DELETE', `/api/mail-blocks/${made.id}`)
  expect(refused).toMatchObject({ status: 409, json: { usedBy: [{ id: user.id }] } })
  const en = {
    subject: 'Hello',
    preheader: '',
    mjml: mailWith('in-use').replace(/<mj-block.*\n/, ''),
  }
  await ask('PUT', `/api/mail-templates/${user.id}`, { languages: { en } })
  expect((await ask('DELETE', `/api/mail-blocks/${made.id}`)).status).toBe(204)
  const { json } = await ask('GET', '/api/mail-blocks')
  expect(json.items.map(({ key }: { key: string }) => key)).not.toContain('in-use')
})

test('an unknown key, a block in a block and a file are refused at their line', async () => {
  expect(await mail('nobody')).toMatchObject({
    ...{ status: 400, json: { field: 'languages.en.mjml', line: 2 } },
  })
  await make('Inner', { en: band('In') })
  expect(await make('Outer', { en: '<mj-block key="inner" />' })).toMatchObject({ status: 400 })
  expect(await make('File', { en: '<mj-include path="/etc/passwd" />' })).toMatchObject({
    status: 400,
  })
  expect(await make('Inner', { en: band('Twice') })).toMatchObject({ status: 409 })
})

test('a fault below a block is told at the line where it was written', async () => {
  await make('Tall', { en: band('a\nb\nc') })
  const broken = mailWith('tall').replace('Hello', 'Hello {{ x | nofilter }}')
  const en = { subject: 'Hello', preheader: '', mjml: broken }
  expect(await ask('POST', '/api/mail-templates', { name: 'X', languages: { en } })).toMatchObject({
    ...{ status: 400, json: { line: 3 } },
  })
})
