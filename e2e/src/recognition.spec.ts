import { expect, type Page, test } from '@playwright/test'
import { address, mailsTo } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openShop } from './support/shop'

interface Seen {
  name: string
  source: string
  properties: { section?: string; path?: string }
}

const eventsOf = async (relance: Relance, name: string) =>
  (await relance.call<{ items: Seen[] }>('GET', '/api/events')).items.filter(
    (event) => event.name === name && event.source === 'http',
  )

const sections = async (relance: Relance) =>
  (await eventsOf(relance, 'page')).map(({ properties }) => properties.section).reverse()

const consent = (page: Page, isGiven: boolean) => page.evaluate(`relance('consent', ${isGiven})`)

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'relance_id')

/** A shop's pages with our script, in a workspace of the test's own. */
async function shopOf(name: string) {
  const relance = await testWorkspace(`recognition, ${name}`, '2026-03-02T10:00:00Z')
  const shop = await openShop(relance)
  const shopUrl = { shop: { url: shop.url } }
  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, shopUrl)
  return { relance, shop }
}

test('before consent nothing is stored and nothing sent; withdrawing takes the cookie away', async ({
  page,
}) => {
  const { relance, shop } = await shopOf('consent')
  const sent: string[] = []
  page.on('request', (request) => request.url().includes('/v1/') && sent.push(request.url()))
  await page.goto(`${shop.url}/nature/1`, { waitUntil: 'networkidle' })
  await page.goto(`${shop.url}/portrait/1`, { waitUntil: 'networkidle' })
  expect([sent, await page.context().cookies()]).toEqual([[], []])
  await consent(page, true)
  await expect.poll(() => sections(relance)).toEqual(['portrait'])
  expect(await cookieOf(page)).toMatchObject({ sameSite: 'Lax', domain: '127.0.0.1' })
  const days = ((await cookieOf(page))?.expires ?? 0) / 86_400 - Date.now() / 86_400_000
  expect(Math.round(days)).toBe(395)
  await page.goto(`${shop.url}/nature/2`)
  await expect.poll(() => sections(relance)).toEqual(['portrait', 'nature'])
  await consent(page, false)
  expect(await page.context().cookies()).toEqual([])
  sent.length = 0
  await page.goto(`${shop.url}/nature/3`, { waitUntil: 'networkidle' })
  expect([sent, await page.context().cookies()]).toEqual([[], []])
  shop.close()
})

test('what is said right before a page is left arrives', async ({ page }) => {
  const { relance, shop } = await shopOf('leaving')
  await page.goto(`${shop.url}/nature/1`)
  await consent(page, true)
  await page.evaluate(
    `relance('track', 'Product Added', { product_id: 'p-1', price: 48 }); location.href = 'about:blank'`,
  )
  await expect.poll(async () => (await eventsOf(relance, 'Product Added')).length).toBe(1)
  shop.close()
})

test('three pages seen unrecognised join the record when its owner clicks in a mail', async ({
  page,
}) => {
  const { relance, shop } = await shopOf('mail link')
  const email = address('recognised')
  await withSegment(relance, (analytics) => {
    const userId = 'recognised'
    const traits = { email, firstName: 'Claire', locale: 'en', consent: { email: true } }
    analytics.identify({ userId, traits, timestamp: new Date('2025-10-01T10:00:00Z') })
    for (const [order_id, at] of [
      ['o-1', '2025-10-01T10:00:00Z'],
      ['o-2', '2026-01-14T10:00:00Z'],
    ] as const) {
      const properties = { order_id, revenue: 80, products: [{ product_id: 'p-1', price: 80 }] }
      analytics.track({ userId, event: 'Order Completed', properties, timestamp: new Date(at) })
    }
  })
  await publishTemplate(relance, 'declining-activity')
  await withSegment(relance, (analytics) => {
    const properties = { path: '/home', section: 'home' }
    analytics.page({
      userId: 'recognised',
      properties,
      timestamp: new Date('2026-03-02T10:00:00Z'),
    })
  })
  await relance.advance('2026-03-10T09:00:00Z')
  await page.goto(`${shop.url}/nature/1`)
  await consent(page, true)
  await page.goto(`${shop.url}/nature/2`)
  await page.goto(`${shop.url}/portrait/7`)
  await expect.poll(() => sections(relance)).toEqual(['home', 'nature', 'nature', 'portrait'])
  await relance.advance('2026-03-17T09:00:00Z')
  const [mail] = await mailsTo(email)
  const link = mail?.html.match(/href="([^"]+\/r\/[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
  await page.goto(link ?? '')
  expect(page.url()).toContain(shop.url)
  await expect(page).not.toHaveURL(/relance_v/)
  const contactId = await relance.contactId('recognised')
  const cookie = (await cookieOf(page))?.value
  const record = () =>
    relance.call<{
      identities: { value: string }[]
      sections: { section: string; pages: number }[]
      state: { visitsCount: number }
    }>('GET', `/api/contacts/${contactId}`)
  await expect
    .poll(async () => (await record()).identities.map(({ value }) => value))
    .toContain(cookie)
  await expect.poll(async () => (await record()).state.visitsCount).toBe(3)
  const seen = new Map((await record()).sections.map(({ section, pages }) => [section, pages]))
  expect([seen.get('nature'), seen.get('portrait')]).toEqual([2, 1])
  shop.close()
})

test('Segment’s own browser client works unchanged with the write key', async ({ page }) => {
  const { relance, shop } = await shopOf('analytics.js')
  await page.goto(`${shop.url}/with-analytics`)
  await expect.poll(async () => (await eventsOf(relance, 'page')).length).toBe(1)
  expect(await eventsOf(relance, 'identify')).toHaveLength(1)
  expect(await sections(relance)).toEqual(['nature'])
  await relance.contactId('from-analytics')
  shop.close()
})
