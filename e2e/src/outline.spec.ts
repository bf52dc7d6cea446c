import { expect, type Page } from '@playwright/test'
import { testWorkspace } from './support/relance'
import { draftFrom, drawn, openScenario, said } from './support/scenario'
import { test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const lines = (page: Page) => page.getByRole('treeitem')
const names = (page: Page) =>
  lines(page).evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')))

test('UX17 the outline reads as the drawing does, and a step is added by it', async ({ page }) => {
  const relance = await testWorkspace('Read aloud', START)
  const flowId = await draftFrom(relance, 'declining-activity')
  await openScenario(page, relance, 'Read aloud', flowId)
  await page.keyboard.press('o')
  await expect(page.getByRole('tree')).toBeVisible()
  await expect
    .poll(() => names(page))
    .toEqual([
      expect.stringMatching(
        /^1 Visit by a regular buyer: When a page is viewed, only if: .*\. Problem: /,
      ),
      '2 14 days without a visit: Wait 14 days without a visit.',
      '3 Personal selection: Send “Personal selection”.',
      '4 7 days to react: Wait 7 days.',
      '5 Has reacted: Has clicked or come back to the site since “Personal selection”? Two exits.',
      '5.1 Reacted:',
      '6 Came back: End: came back.',
      '5.2 No reaction:',
      '7 Credit: Send “Credit and selection” with “€25”.',
      expect.stringMatching(
        /^8 Wait for the order: Wait for an order, 30 days at most\. Two exits\./,
      ),
      '8.1 Order:',
      '9 Ordered: Goal reached.',
      '8.2 30 days passed:',
      '10 No return: End: no return.',
    ])

  // Into the second branch by the arrows, then a step at its beginning.
  await lines(page).nth(4).focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'a']) await page.keyboard.press(key)
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.type('wait')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText('Wait added')
  const added = page.getByRole('treeitem', { name: '7 Wait: Wait 1 day.' })
  await expect(added).toBeFocused()
  await expect.poll(async () => (await drawn(relance, flowId)).graph.edges.length).toBe(10)

  // Away again, by the keys that serve the drawing.
  await page.keyboard.press('Delete')
  await expect(lines(page)).toHaveCount(14)
  await expect(page.getByRole('treeitem', { name: /^5 Has reacted/ })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(added).toBeFocused()
})

test('UX17 at 400% zoom the outline takes the drawing’s place and nothing scrolls sideways', async ({
  page,
}) => {
  const relance = await testWorkspace('Zoomed', START)
  const flowId = await draftFrom(relance, 'declining-activity')
  await openScenario(page, relance, 'Zoomed', flowId)
  await page.setViewportSize({ width: 320, height: 640 })
  await expect(lines(page).first()).toBeVisible()
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await isTooWide()).toBe(false)
  const wide = await lines(page).evaluateAll((items) =>
    items.filter((item) => item.getBoundingClientRect().right > window.innerWidth),
  )
  expect(wide).toHaveLength(0)
  await page.getByRole('treeitem', { name: /^2 14 days/ }).click()
  const settings = page.getByRole('complementary', { name: 'Settings of what is selected' })
  await expect(settings.getByLabel('Wait: how many')).toBeInViewport()
  expect(await isTooWide()).toBe(false)
})
