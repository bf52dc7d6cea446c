import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { address } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { draftFrom } from './support/scenario'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

/** A workspace with a scenario that somebody walks, a draft, a segment and an order. */
async function livedIn(page: Page, workspace: string) {
  const relance = await testWorkspace(workspace, START)
  const live = await publishTemplate(relance, 'cart-abandonment')
  const draft = await draftFrom(relance, 'declining-activity')
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
async function pages(relance: Relance): Promise<string[]> {
  const [mail] = (await relance.call<{ items: { id: string }[] }>('GET', '/api/mail-templates'))
    .items
  return [
    ...['/', '/customers', `/customers/${await relance.contactId('axe')}`, '/lifecycle'],
    ...['/returns', '/scores', '/segments', '/segments/new', '/messages', `/messages/${mail?.id}`],
    ...['/imports', '/developers', '/status', '/settings'],
  ]
}

/** Grey bars are gone and what a page asks for has come. */
const settled = async (page: Page) => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.waitForLoadState('networkidle')
}

test('UX17 no page keeps anybody out, in either theme', async ({ page }) => {
  test.slow()
  const { relance } = await livedIn(page, 'Pages for all')
  for (const path of await pages(relance)) {
    await page.goto(path)
    await settled(page)
    await expectAccessible(page, path)
  }
})

test('UX17 neither the canvas, nor the outline, nor any dialog keeps anybody out', async ({
  page,
}) => {
  test.slow()
  const { live, draft } = await livedIn(page, 'Dialogs for all')
  const dialog = page.getByRole('dialog')
  const look = async (what: string, open: () => Promise<unknown>, close = 'Escape') => {
    await open()
    await settled(page)
    await expectAccessible(page, what)
    await page.keyboard.press(close)
  }
  await page.goto(`/scenarios/${live}/live`)
  await expect(steps(page).first()).toBeVisible()
  await expectAccessible(page, 'live')

  await page.goto(`/scenarios/${draft}`)
  await expect(step(page, 'reacted')).toBeVisible()
  await look('a condition', () => step(page, 'reacted').click())
  await look('an email', () => step(page, 'mail-1').click())
  await look('the picker', () => page.keyboard.press('a'))
  await look('the keys', () => page.keyboard.press('?'))
  await look('the rules', () => page.getByRole('button', { name: 'Edit the rules' }).click())
  await look('publishing', () => page.keyboard.press('Control+Shift+Enter'))
  await expect(dialog).toHaveCount(0)
  await step(page, 'reacted').click()
  await look('removing with the rest', () => page.keyboard.press('Shift+Delete'))
  await look('the outline', () => page.keyboard.press('o'), 'o')
  await look('finding', () => page.keyboard.press('Control+k'))
  await look('the test clock', () => page.getByRole('button', { name: /^Test clock/ }).click())

  await page.goto(`/scenarios/${live}`)
  await expect(steps(page).first()).toBeVisible()
  const more = page.getByRole('button', { name: 'More' })
  await look('stopping', async () => {
    await more.click()
    await page.getByRole('menuitem', { name: 'Stop…' }).click()
  })
  await look('people', () =>
    page
      .getByRole('button', { name: /entered$/ })
      .first()
      .click(),
  )
})

test('UX17 the door keeps nobody out', async ({ browser }) => {
  const page = await browser.newPage({ storageState: undefined })
  await page.goto('/sign-in')
  await expect(page.getByLabel('Email')).toBeVisible()
  await expectAccessible(page, 'the door')
  await page.close()
})
