import { expect, type Page } from '@playwright/test'
import { address } from './inbox'
import { publishTemplate, type Relance, testWorkspace } from './relance'
import { draftFrom } from './scenario'
import { withSegment } from './segment'
import { openWorkspace } from './sign-in'

const START = '2026-03-02T10:00:00Z'

/** Gives a workspace a scenario that somebody walks, a draft, a customer and an order, and opens it. */
export async function livedIn(page: Page, workspace: string, locale = 'en') {
  const relance = await testWorkspace(workspace, START, locale)
  const live = await publishTemplate(relance, 'cart-abandonment', locale)
  const draft = await draftFrom(relance, 'declining-activity', locale)
  const timestamp = new Date(START)
  const product = { product_id: 'print-1', name: 'Misty morning', price: 45, quantity: 1 }
  await withSegment(relance, (analytics) => {
    const traits = { email: address('axe'), firstName: 'Ada', consent: { email: true } }
    analytics.identify({ userId: 'axe', traits, timestamp })
    const order = { order_id: 'o-1', revenue: 45, products: [product] }
    analytics.track({ userId: 'axe', event: 'Order Completed', properties: order, timestamp })
    const cart = { cart_id: 'c-1', ...product }
    analytics.track({ userId: 'axe', event: 'Product Added', properties: cart, timestamp })
  })
  await relance.advance('2026-03-02T12:00:00Z')
  await openWorkspace(page, relance, workspace)
  return { relance, live, draft }
}

/** Addresses of every page that needs somebody signed in, but the canvas. */
export async function pages(relance: Relance, live: string): Promise<string[]> {
  const [mail] = (await relance.call<{ items: { id: string }[] }>('GET', '/api/mail-templates'))
    .items
  const { items: figures } = await relance.call<{ items: { key: string }[] }>(
    'GET',
    '/api/reports/messages',
  )
  return [
    ...['/', '/customers', `/customers/${await relance.contactId('axe')}`, '/lifecycle'],
    ...['/returns', '/scores', '/segments', '/segments/new', '/messages', `/messages/${mail?.id}`],
    ...['/newsletters/new', `/scenarios/${live}/sides`, '/answers'],
    ...['/templates/post-delivery', '/templates/post-delivery/start'],
    ...[`/scenarios/${live}/steps/mail-1/oops`, await runOf(relance, live)],
    ...[
      '/messages/figures',
      `/messages/figures/mail/${figures[0]?.key ?? mail?.id}`,
      '/imports',
      '/developers',
      '/status',
      '/settings',
    ],
  ]
}

/** The page of one customer's run. */
async function runOf(relance: Relance, live: string): Promise<string> {
  const [run] = await relance.enrolments(live, 'axe')
  return `/customers/${await relance.contactId('axe')}/runs/${run?.id}`
}

/** Grey bars are gone and what a page asks for has come. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
}
