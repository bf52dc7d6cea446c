import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { card } from './support/canvas'
import { address } from './support/inbox'
import { testWorkspace } from './support/relance'
import { openWorkspace, test } from './support/sign-in'

/** Counts every press of the pointer from here on, over all pages that are opened. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0
  await page.exposeFunction('pressed', () => {
    presses += 1
  })
  const listen = () =>
    document.addEventListener(
      'click',
      ({ isTrusted }) => isTrusted && Reflect.get(window, 'pressed')(),
      {
        capture: true,
      },
    )
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return () => presses
}

test('UX1 a newcomer takes the sample and has a cart scenario live within twelve presses, without help', async ({
  page,
}) => {
  const name = 'Newcomer'
  const relance = await testWorkspace(name, '2026-03-02T10:00:00Z')
  await openWorkspace(page, relance, name, 'owner')
  const presses = await countPresses(page)
  const opened: string[] = []
  page.on('framenavigated', (frame) => opened.push(frame.url()))

  const strip = page.getByRole('region', { name: 'Five things before the first customer' })
  await expect(strip).toContainText('of 5 done')
  await expectAccessible(page, 'a new workspace')
  await strip.getByRole('button', { name: 'Use the sample' }).click()
  await expect(strip.locator('[data-setup=data]')).toHaveAttribute('data-state', 'done', {
    timeout: 120_000,
  })

  await page.locator('[data-template="cart-abandonment"]').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cart abandonment' })).toBeVisible()
  await expect(page.locator('[data-need="Order Completed"]')).toHaveAttribute('data-ready', 'true')
  await expect(page.locator('[data-need="Product Added"]')).toHaveAttribute('data-ready', 'false')
  await expectAccessible(page, 'a template')
  await page.getByRole('button', { name: /^Cart: help/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Need a hand with your cart?')
  await expect(
    page.getByRole('dialog').frameLocator('iframe').getByText('a real person', { exact: false }),
  ).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Use this template' }).click()

  await expect(page.getByRole('heading', { name: 'Three things we need' })).toBeVisible()
  await expectAccessible(page, 'three things')
  await page.getByLabel('Address').fill(address('shop'))
  await page.getByRole('button', { name: 'Open the scenario' }).click()
  await expect(card(page, 'send-email')).toHaveCount(3)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Live · v1')).toBeVisible()

  expect(presses()).toBeLessThanOrEqual(12)
  expect(presses()).toBeGreaterThan(4)
  expect(opened.filter((url) => /docs|help/.test(new URL(url).pathname))).toEqual([])
  // What was asked once is known from now on.
  await page.goto('/templates/birthday')
  await expect(page.getByRole('button', { name: 'Use this template' })).toBeEnabled()
})

test('what a shop calls an event by a name of its own is chosen before the scenario opens', async ({
  page,
}) => {
  const name = 'Own words'
  const relance = await testWorkspace(name, '2026-03-02T10:00:00Z')
  const event = { contact: { externalId: 'ann' }, type: 'track', name: 'Parcel handed over' }
  await relance.call('POST', '/api/events', event)
  await openWorkspace(page, relance, name, 'owner')
  await page.goto('/templates/post-delivery/start')
  await page.getByRole('combobox', { name: /What your shop calls it/ }).click()
  await page.getByRole('option', { name: 'Parcel handed over' }).click()
  await page.getByRole('button', { name: 'Open the scenario' }).click()
  await expect(card(page, 'on-event')).toContainText('Parcel handed over')
})
