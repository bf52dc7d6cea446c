import { expect, type Page } from '@playwright/test'
import { card, dragToExit, insertOnEdge, select, steps } from './support/canvas'
import { address, mailsTo } from './support/inbox'
import {
  type Page as Listed,
  publishTemplate,
  type Relance,
  testWorkspace,
} from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const product = { product_id: 'print-1', name: 'Misty morning', price: 45, quantity: 1 }

const fillCart = (relance: Relance, userId: string) =>
  withSegment(relance, (analytics) => {
    const timestamp = new Date(START)
    const traits = {
      email: address(userId),
      firstName: 'Ada',
      lastName: 'Byron',
      locale: 'en',
      consent: { email: true },
    }
    analytics.identify({ userId, traits, timestamp })
    const properties = { cart_id: 'c-1', ...product }
    analytics.track({ userId, event: 'Product Added', properties, timestamp })
  })

const order = (relance: Relance, userId: string, at: string) =>
  withSegment(relance, (analytics) => {
    const properties = { order_id: `o-${userId}`, cart_id: 'c-1', revenue: 45, products: [product] }
    analytics.track({ userId, event: 'Order Completed', properties, timestamp: new Date(at) })
  })

const onlyFlow = async (relance: Relance) => {
  const { items } = await relance.call<Listed<{ id: string; status: string }>>('GET', '/api/flows')
  expect(items).toMatchObject([{ status: 'live' }])
  return items[0]?.id ?? ''
}

/** Publishes from the dialog and waits until it is live. */
async function publish(page: Page) {
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await expect(dialog.getByText('Sender, consent and paths checked')).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Version 1 is live').first()).toBeVisible()
}

test('a scenario drawn by hand from an empty canvas sends its mail at its instant', async ({
  page,
}) => {
  const name = 'Drawn by hand'
  const relance = await testWorkspace(name, START)
  await openWorkspace(page, relance, name)
  await page.getByRole('button', { name: 'New scenario' }).click()

  await page.locator('[data-start="on-cart-abandoned"]').click()
  await expect(card(page, 'on-cart-abandoned')).toContainText('30 minutes')
  await dragToExit(page, 'send-email', 'on-cart-abandoned', 'entered')
  await expect(card(page, 'send-email')).toBeVisible()
  await insertOnEdge(page, 'wait-duration')
  await expect(card(page, 'wait-duration')).toContainText('1 day')
  await expect(page.locator('[data-edge]')).toHaveCount(2)

  // In mid-drawing, without waiting for a save.
  await page.reload()
  await expect(steps(page)).toHaveCount(3)
  await expect(page.locator('[data-edge]')).toHaveCount(2)
  await expect(page.getByText('Draft saved')).toBeVisible()

  const mailId = await card(page, 'send-email').getAttribute('data-step')
  await page.locator(`[data-open-exit="${mailId}:sent"]`).click()
  await page.locator('[data-pick="end"]').first().click()
  await expect(steps(page)).toHaveCount(4)
  await page.getByRole('button', { name: 'Undo: add “End”' }).click()
  await expect(steps(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Redo: add “End”' }).click()
  await expect(steps(page)).toHaveCount(4)
  await expect(page.locator('[data-edge]')).toHaveCount(3)

  const inspector = page.getByRole('complementary', { name: 'Settings of what is selected' })
  await card(page, 'wait-duration').click()
  await inspector.getByLabel('Wait: how many').fill('2')
  await select(inspector.getByRole('combobox', { name: 'Wait: unit' }), 'days', 'hours')
  await expect(card(page, 'wait-duration')).toContainText('2 hours')

  const problems = page.getByRole('region', { name: 'Problems' })
  await expect(problems).toContainText('2 to fix')
  await card(page, 'send-email').click()
  await select(inspector.getByRole('combobox', { name: 'Message', exact: true }), '', 'Cart: help')
  await expect(card(page, 'send-email')).toContainText('Cart: help')
  await expect(problems).toContainText('1 to fix')
  await page.getByRole('button', { name: 'Edit the rules' }).click()
  await select(inspector.getByRole('combobox', { name: 'Goal' }), '', 'An event')
  await expect(problems).not.toContainText('to fix')
  await publish(page)

  const flowId = await onlyFlow(relance)
  await fillCart(relance, 'drawn')
  await relance.advance('2026-03-02T12:29:00Z')
  expect(await mailsTo(address('drawn'))).toEqual([])
  await relance.advance('2026-03-03T10:00:00Z')
  expect(await relance.sentAt('drawn')).toEqual(['2026-03-02T12:30:00.000Z'])
  expect(await mailsTo(address('drawn'))).toHaveLength(1)
  expect(await relance.enrolments(flowId, 'drawn')).toMatchObject([
    { state: 'ended', endReason: 'end' },
  ])
})

test('the template “Cart abandonment” is published as it is and sends its mails', async ({
  page,
}) => {
  const name = 'From the gallery'
  const relance = await testWorkspace(name, START)
  await openWorkspace(page, relance, name)
  await page.locator('[data-template="cart-abandonment"]').click()
  await page.getByRole('link', { name: 'Use this template' }).click()
  await page.getByRole('button', { name: 'Open the scenario' }).click()
  await expect(card(page, 'send-email')).toHaveCount(3)
  await publish(page)

  const flowId = await onlyFlow(relance)
  await fillCart(relance, 'gallery')
  await relance.advance('2026-03-04T10:00:00Z')
  expect(await relance.sentAt('gallery')).toEqual([
    '2026-03-02T10:30:00.000Z',
    '2026-03-03T10:00:00.000Z',
  ])
  expect(await mailsTo(address('gallery'))).toHaveLength(2)
  await order(relance, 'gallery', '2026-03-04T10:00:00Z')
  await relance.advance('2026-03-20T00:00:00Z')
  expect(await mailsTo(address('gallery'))).toHaveLength(2)
  expect(await relance.enrolments(flowId, 'gallery')).toMatchObject([
    { state: 'ended', endReason: 'goal' },
  ])

  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Live' }).click()
  await expect(card(page, 'on-cart-abandoned')).toContainText(/1\s*entered/)
  await expect(card(page, 'on-cart-abandoned')).toContainText(/1\s*converted/)
})

test('the page of a customer says why, step by step', async ({ page }) => {
  const name = 'Says why'
  const relance = await testWorkspace(name, START)
  await publishTemplate(relance, 'cart-abandonment')
  await fillCart(relance, 'curious')
  await relance.advance('2026-03-04T10:00:00Z')
  await order(relance, 'curious', '2026-03-04T10:00:00Z')
  await relance.advance('2026-03-05T10:00:00Z')

  await openWorkspace(page, relance, name)
  await page.getByRole('link', { name: 'Customers' }).click()
  await page.getByLabel('Name, email or customer number').fill('curious')
  await page.getByRole('link', { name: 'Ada Byron' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Byron' })).toBeVisible()
  const runs = page.getByRole('region', { name: 'In scenarios' })
  await expect(runs).toContainText('Cart abandonment')
  await expect(runs.getByText('Entered: a cart was left without an order.')).toHaveCount(1)
  await expect(runs.getByRole('listitem')).toContainText([
    'Entered: a cart was left without an order.',
    'Message prepared: “Cart: help”.',
    'Waiting until 3 March 2026, 11:00.',
    'The time has passed.',
    'Message prepared: “Cart: reminder”.',
    'Goal reached: an order.',
  ])
  const history = page.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: 'See the email' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('Your cart is waiting for you')
})
