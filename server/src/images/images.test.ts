import sharp from 'sharp'
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

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b00020' } })

async function send(
  body: Uint8Array | ReadableStream<Uint8Array>,
  { query = 'name=Print&alt=A%20red%20print', headers = {} as Record<string, string> } = {},
) {
  const response = await t.app.request(`/api/images?${query}`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { authorization: `Bearer ${shop.apiKey}`, ...headers },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit)
  return { status: response.status, json: await response.json() }
}

test('a large picture is made as wide as mails need, and shown to whoever has its address', async () => {
  const { status, json } = await send(await drawn(2400, 1200).jpeg().toBuffer(), {
    headers: { 'content-type': 'image/png' },
  })
  expect(status).toBe(201)
  expect(json).toMatchObject({
    name: 'Print',
    alt: 'A red print',
    format: 'jpeg',
    width: 1200,
    height: 600,
  })
  expect(json.url).toMatch(/^http:\/\/localhost:3000\/i\/[\w-]{22}\.jpg$/)
  const shown = await t.app.request(new URL(json.url).pathname)
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': expect.stringContaining('immutable'),
    'x-content-type-options': 'nosniff',
  })
  const bytes = Buffer.from(await shown.arrayBuffer())
  expect(bytes).toHaveLength(json.bytes)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200 })
})

test('where a photograph was taken does not go with it, and it stands upright', async () => {
  const turned = await drawn(40, 20)
    .jpeg()
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { json } = await send(turned)
  expect(json).toMatchObject({ width: 20, height: 40 })
  const bytes = Buffer.from(await (await t.app.request(new URL(json.url).pathname)).arrayBuffer())
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(bytes.includes('SecretCamera')).toBe(false)
})

test('an animation keeps its frames', async () => {
  const frames = await sharp(
    [await drawn(30, 10).png().toBuffer(), await drawn(30, 10).negate().png().toBuffer()],
    {
      join: { animated: true },
    },
  )
    .gif()
    .toBuffer()
  const { status, json } = await send(frames)
  expect(status).toBe(201)
  expect(json).toMatchObject({ format: 'gif', width: 30, height: 10 })
  const bytes = Buffer.from(await (await t.app.request(new URL(json.url).pathname)).arrayBuffer())
  expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2)
})

test('without words for those who do not see it, a picture is refused', async () => {
  const png = await drawn(10, 10).png().toBuffer()
  for (const query of ['name=Print', 'alt=', 'alt=%20'])
    expect(await send(png, { query })).toMatchObject({ status: 400, json: { field: 'alt' } })
})

test('a picture of 20 MB is refused before it is taken in', async () => {
  let handed = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      handed += 1
      if (handed > 20) controller.close()
      else controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  expect(await send(endless)).toMatchObject({
    status: 413,
    json: { code: 'too-large', detail: expect.stringContaining('10 MB') },
  })
  expect(handed).toBeLessThan(14)
  const said = { headers: { 'content-length': String(20 * 1024 * 1024) } }
  expect((await send(new Uint8Array(8), said)).status).toBe(413)
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
test.each([
  ['an SVG with a program in it', Buffer.from(SVG), /SVG/],
  ['an SVG that calls itself a PNG', Buffer.from(`<?xml version="1.0"?>${SVG}`), /SVG/],
  ['a page', Buffer.from('<!doctype html><p>Hello'), /PNG, JPEG/],
  ['nothing', Buffer.alloc(0), /PNG, JPEG/],
  ['the beginning of a PNG alone', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /cannot be read/],
])('%s is refused in words, whatever the header says', async (_, body, words) => {
  const { status, json } = await send(body, { headers: { 'content-type': 'image/png' } })
  expect(status).toBe(400)
  expect(json.detail).toMatch(words)
})

test('a small file that unfolds into more pixels than memory holds is refused', async () => {
  const bomb = await sharp({
    create: { width: 7_500, height: 7_500, channels: 3, background: 'white' },
  })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await send(bomb)).toMatchObject({ status: 400, json: { code: 'invalid' } })
})

test('pictures are listed newest first, and said anew', async () => {
  const { json: made } = await send(await drawn(10, 10).png().toBuffer())
  const { json } = await ask('GET', '/api/images?limit=1')
  expect(json).toMatchObject({ items: [{ id: made.id, url: made.url }], next: made.id })
  const described = await ask('PATCH', `/api/images/${made.id}`, { alt: 'A blue print' })
  expect(described.json).toMatchObject({ id: made.id, alt: 'A blue print' })
  expect((await ask('PATCH', `/api/images/${made.id}`, { alt: ' ' })).status).toBe(400)
})

test('a picture that a mail shows is kept, one that none shows goes with its address', async () => {
  const { json: made } = await send(await drawn(10, 10).png().toBuffer())
  const mjml = (body: string) =>
    `<mjml><mj-body><mj-section><mj-column>${body}</mj-column></mj-section></mj-body></mjml>`
  const { json: mail } = await ask('POST', '/api/mail-templates', {
    ...{ name: 'With a picture', locale: 'en', subject: 'Hello' },
    mjml: mjml(`<mj-image src="${made.url}" alt="A print" />`),
  })
  const refused = await ask('DELETE', `/api/images/${made.id}`)
  expect(refused).toMatchObject({
    status: 409,
    json: { detail: expect.stringContaining('With a picture') },
  })
  // The mail that people have in their inbox still shows it.
  await ask('PUT', `/api/mail-templates/${mail.id}/contents/en`, {
    subject: 'Hello',
    mjml: mjml('<mj-text>No</mj-text>'),
  })
  expect((await ask('DELETE', `/api/images/${made.id}`)).status).toBe(409)
  const { json: unused } = await send(await drawn(10, 10).png().toBuffer())
  expect((await ask('DELETE', `/api/images/${unused.id}`)).status).toBe(204)
  expect((await t.app.request(new URL(unused.url).pathname)).status).toBe(404)
  expect((await ask('DELETE', `/api/images/${unused.id}`)).status).toBe(404)
})

test('a picture of a shared block is kept, too', async () => {
  const { json: made } = await send(await drawn(10, 10).png().toBuffer())
  const block = await ask('POST', '/api/mail-blocks', {
    name: 'Seal',
    languages: {
      en: `<mj-section><mj-column><mj-image src="${made.url}" alt="A seal" /></mj-column></mj-section>`,
    },
  })
  expect(block.status).toBe(201)
  expect(await ask('DELETE', `/api/images/${made.id}`)).toMatchObject({
    status: 409,
    json: { detail: expect.stringContaining('Seal') },
  })
})

test('a picture can be the logo, and stays while it is', async () => {
  const { json: logo } = await send(await drawn(200, 60).png().toBuffer())
  const saved = await ask('PUT', '/api/brand', { logoImageId: logo.id })
  expect(saved.json).toMatchObject({ logoImageId: logo.id, logoUrl: logo.url })
  expect((await ask('DELETE', `/api/images/${logo.id}`)).status).toBe(409)
  const other = await t.workspace({})
  expect((await t.ask(other.apiKey, 'PUT', '/api/brand', { logoImageId: logo.id })).status).toBe(
    404,
  )
  await ask('PUT', '/api/brand', {})
  expect((await ask('DELETE', `/api/images/${logo.id}`)).status).toBe(204)
})

test.each([
  '..%2f..%2fcredentials.json',
  'x.png',
  `${'a'.repeat(22)}.svg`,
  `${'a'.repeat(22)}.png`,
])('an address that is none of a picture shows nothing: %s', async (name) => {
  expect((await t.app.request(`/i/${name}`)).status).toBe(404)
})
