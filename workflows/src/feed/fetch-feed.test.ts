import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { getFeed } from '@relance/db/catalogue/get-feed'
import { fetchFeedNow, setFeed } from '@relance/db/catalogue/set-feed'
import { listProducts } from '@relance/db/product/list-products'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../testing/world'

/** As feeds for shopping sites are: tabs, a price with its currency, words for the stock. */
const table = (title: string) =>
  [
    'id\ttitle\tlink\timage_link\tproduct_type\tbrand\tprice\tavailability',
    `p1\t${title}\thttps://shop.example/p1\thttps://shop.example/p1.jpg\tPrints\tLumen\t48.00 EUR\tin stock`,
    'p2\tFrame\thttps://shop.example/p2\t\tFrames\tLumen\t12,50 EUR\tout_of_stock',
  ].join('\n')

let answerWith: (path: string, response: ServerResponse) => void = (_, response) =>
  response.end(table('Print'))
const server = createServer((request, response) => answerWith(request.url ?? '/', response))
let base: string
let world: World
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world = await startWorld('2026-03-02T10:00:00Z')
})
afterAll(async () => {
  await world.close()
  server.close()
})

const fetched = (url: string) => setFeed(world.scope, { url, everyHours: 24 })
const ends = async (expected: object) => {
  await expect.poll(() => getFeed(world.scope), { interval: 100 }).toMatchObject(expected)
  return getFeed(world.scope)
}
const allowPrivate = (allowPrivateWebhooks: boolean) =>
  updateWorkspace(world.scope, { allowPrivateWebhooks })

test('an address of a private network is refused, and says so', async () => {
  await fetched(`${base}/feed.tsv`)
  const feed = await ends({ errorCode: 'private-address', importId: null, fetchedAt: null })
  // Tried again within the hour, not at once.
  expect(feed?.nextAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000)
})

test('a catalogue is fetched, read by the imports, and fetched again later', async () => {
  await allowPrivate(true)
  answerWith = (path, response) =>
    path === '/old'
      ? response.writeHead(302, { location: '/feed.tsv' }).end()
      : response.end(table('Print'))
  await fetched(`${base}/old`)
  const feed = await ends({ errorCode: null, importState: 'done', taken: 2, refused: 0 })
  expect(feed?.nextAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
  expect((await listProducts(world.scope)).items).toMatchObject([
    {
      productId: 'p1',
      title: 'Print',
      url: 'https://shop.example/p1',
      imageUrl: 'https://shop.example/p1.jpg',
      category: 'Prints',
      brand: 'Lumen',
      priceCents: 4800,
      currency: 'EUR',
      stock: null,
    },
    { productId: 'p2', priceCents: 1250, stock: 0 },
  ])
  answerWith = (_, response) => response.end(table('Larger print'))
  await fetchFeedNow(world.scope)
  await expect
    .poll(async () => (await listProducts(world.scope)).items[0], { interval: 100 })
    .toMatchObject({ title: 'Larger print' })
})

const inXml = `<?xml version="1.0" encoding="iso-8859-1"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>The shop</title>
  <item><g:id>x1</g:id><title><![CDATA[Tirage "été"]]></title><link>https://shop.example/x1</link>
    <g:image_link>https://shop.example/x1.jpg</g:image_link><g:product_type>Prints &amp; more</g:product_type>
    <g:price>39.90 EUR</g:price><g:availability>out_of_stock</g:availability>
    <g:shipping><g:price>5.00 EUR</g:price></g:shipping></item>
  <item><g:id>x2</g:id><title>Frame</title><g:price>12.00 EUR</g:price></item>
</channel></rss>`

test('a feed in XML, packed, is read like a table', async () => {
  answerWith = (_, response) => response.end(gzipSync(Buffer.from(inXml, 'latin1')))
  await fetched(`${base}/feed.xml.gz`)
  const products = async () =>
    (await listProducts(world.scope)).items.filter(({ productId }) => productId.startsWith('x'))
  await expect.poll(products, { interval: 100 }).toHaveLength(2)
  expect(await products()).toMatchObject([
    {
      productId: 'x1',
      title: 'Tirage "été"',
      url: 'https://shop.example/x1',
      category: 'Prints & more',
      priceCents: 3990,
      stock: 0,
    },
    { productId: 'x2', priceCents: 1200 },
  ])
  answerWith = (_, response) => response.end(gzipSync('id,title').subarray(0, 15))
  await fetched(`${base}/torn.gz`)
  await ends({ errorCode: 'not-a-table' })
})

test.each([
  ['a missing file', 404, 'nothing', 'bad-answer', 'HTTP 404'],
  ['a page instead of a table', 200, ' <!doctype html><p>Hello</p>', 'not-a-table', null],
  ['nothing at all', 200, '', 'not-a-table', null],
])(
  '%s is told by its code, and what was known stays',
  async (_what, status, text, code, detail) => {
    answerWith = (_path, response) => response.writeHead(status).end(text)
    await fetched(`${base}/${code}/${status}/${text.length}`)
    await ends({ errorCode: code, errorDetail: detail })
    expect((await listProducts(world.scope)).items).toHaveLength(4)
  },
)

test('an address that sends on for ever, or that nobody answers at, is given up', async () => {
  answerWith = (_, response) => response.writeHead(302, { location: '/again' }).end()
  await fetched(`${base}/again`)
  await ends({ errorCode: 'too-many-redirects' })
  await fetched('http://127.0.0.1:9/feed.csv')
  await ends({ errorCode: 'unreachable', errorDetail: 'ECONNREFUSED' })
})
