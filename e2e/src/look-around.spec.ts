import { expect, type Page } from '@playwright/test'
import { step, steps } from './support/canvas'
import { openDeclining } from './support/declining'
import { test } from './support/sign-in'

const dimmed = (page: Page) => page.locator('[data-step][data-dim]')

test('what is looked for is counted and walked through; the rest steps back, and branches put away open', async ({
  page,
}) => {
  await openDeclining(page, 'Searched')
  await step(page, 'reacted').click()
  await page.keyboard.press('[')
  await expect(step(page, 'mail-2')).toHaveCount(0)
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Search steps, messages, values' })
  await expect(field).toBeFocused()
  await field.fill('OFFER')
  // Only the text of a message speaks of it.
  await field.fill('your selection')
  await expect(page.getByRole('search')).toContainText('found')
  await field.fill('days')
  await expect(dimmed(page).first()).toBeVisible()
  const total = Number((await page.getByRole('search').textContent())?.match(/(\d+) found/)?.[1])
  expect(total).toBeGreaterThan(1)
  await page.keyboard.press('F3')
  await expect(page.getByRole('search')).toContainText(`1 of ${total}`)
  await page.keyboard.press('Shift+F3')
  await expect(page.getByRole('search')).toContainText(`${total} of ${total}`)
  await expect(step(page, 'wait-order')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dimmed(page)).toHaveCount(0)
  await expect(page.locator('[data-step]:focus')).toHaveCount(1)
})

test('a branch is put away with its chevron, tells how much that is, and comes back by keys', async ({
  page,
}) => {
  await openDeclining(page, 'Folded')
  await page.locator('[data-fold="reacted:otherwise"], [data-fold="reacted:no"]').first().click()
  await expect(step(page, 'mail-2')).toHaveCount(0)
  await expect(step(page, 'came-back')).toBeVisible()
  await expect(page.locator('[data-behind]')).toContainText(/\d steps/)
  await step(page, 'reacted').click()
  await page.keyboard.press(']')
  await expect(step(page, 'mail-2')).toBeVisible()
  await expect(page.locator('[data-behind]')).toHaveCount(0)
})

test('the small map takes the keyboard, moves the window by the arrows, and shows where problems are', async ({
  page,
}) => {
  await openDeclining(page, 'Mapped')
  await step(page, 'no-return').click()
  await page.keyboard.press('Delete')
  await expect(steps(page)).toHaveCount(9)
  await page.keyboard.press('n')
  const map = page.locator('[data-map]')
  await expect(map).toBeFocused()
  await expect(map.locator('[data-map-problem="wait-order"]')).toHaveCount(1)
  const place = () =>
    page.locator('.react-flow__viewport').evaluate((view) => getComputedStyle(view).transform)
  const before = await place()
  await page.keyboard.press('ArrowDown')
  await expect.poll(place).not.toBe(before)
  await page.keyboard.press('Escape')
  await expect(map).not.toBeFocused()
})
