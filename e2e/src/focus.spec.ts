import { expect, type Page } from '@playwright/test'
import { step, steps } from './support/canvas'
import { openDeclining } from './support/declining'
import { said } from './support/scenario'
import { test } from './support/sign-in'

/** The part of the page that holds the keyboard: a region, or the links that lead straight to one. */
const heldPart = (page: Page) =>
  page.evaluate(() => {
    const held = document.activeElement
    if (held?.closest('#skip-links')) return 'skip links'
    return held?.closest<HTMLElement>('[data-region]')?.dataset.region ?? null
  })

/** Presses a key until the same part comes again; each part once, in the order it had the keyboard. */
async function partsBy(page: Page, key: string, presses: number): Promise<string[]> {
  const parts: string[] = []
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(key)
    const part = await heldPart(page)
    if (part && parts.at(-1) !== part) parts.push(part)
  }
  return parts
}

const ORDER = ['rail', 'bar', 'palette', 'canvas', 'panels', 'inspector']

test('Tab goes from the skip links over menu, bar, palette, drawing and panels to the settings', async ({
  page,
}) => {
  await openDeclining(page, 'Focus order')
  await step(page, 'mail-1').click()
  const settings = page.getByRole('complementary', { name: 'Settings of what is selected' })
  await expect(settings).toBeVisible()
  // From the very beginning of the page, where nothing has the keyboard yet.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    document.querySelector('#skip-links')?.previousElementSibling?.scrollIntoView()
  })
  await page.getByRole('link', { name: 'Skip to content' }).focus()
  const stops = await page.locator('button, a[href], input, [tabindex="0"]').count()
  const parts = await partsBy(page, 'Tab', stops)
  expect(parts.slice(0, ORDER.length + 1)).toEqual(['skip links', ...ORDER])
  // The drawing is one stop: from it the next press leaves it.
  await step(page, 'mail-1').focus()
  await page.keyboard.press('Tab')
  expect(await heldPart(page)).toBe('panels')
})

test('F6 goes round the parts of the page, and Shift F6 back', async ({ page }) => {
  await openDeclining(page, 'Round')
  await step(page, 'mail-1').click()
  await expect(
    page.getByRole('complementary', { name: 'Settings of what is selected' }),
  ).toBeVisible()
  await step(page, 'mail-1').focus()
  const round = [...ORDER.slice(4), ...ORDER.slice(0, 4)]
  expect(await partsBy(page, 'F6', ORDER.length)).toEqual(round)
  await expect(step(page, 'mail-1')).toBeFocused()
  expect(await partsBy(page, 'Shift+F6', ORDER.length)).toEqual([
    ...ORDER.slice(0, 3).toReversed(),
    ...ORDER.slice(3).toReversed(),
  ])
})

test('skip links lead to the drawing, the outline, the settings and the problems', async ({
  page,
}) => {
  await openDeclining(page, 'Skip links')
  await step(page, 'mail-1').click()
  const skip = async (name: string) => {
    await page.getByRole('link', { name: 'Skip to content' }).focus()
    await page.getByRole('button', { name, exact: true }).focus()
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport()
    await page.keyboard.press('Enter')
  }
  await skip('To the settings')
  await expect.poll(() => heldPart(page)).toBe('inspector')
  await skip('To the problems')
  await expect.poll(() => heldPart(page)).toBe('panels')
  await skip('To the drawing')
  await expect(step(page, 'mail-1')).toBeFocused()
  await skip('To the outline')
  await expect(page.getByRole('tree')).toBeVisible()
  await expect(page.locator('[role=treeitem]:focus')).toBeVisible()
})

test('the keyboard comes back to the step after a list or a dialog, and finds its way after removing and undoing', async ({
  page,
}) => {
  await openDeclining(page, 'Comes back')
  const mail = step(page, 'mail-1')
  await mail.click()
  const dialog = page.getByRole('dialog')
  for (const key of ['?', 'Control+Shift+Enter', 'Shift+Delete', 'Control+k', 'a', 'r']) {
    await mail.focus()
    await page.keyboard.press(key)
    await expect(dialog.first(), key).toBeAttached()
    await expect(page.locator('[role=dialog] :focus, [role=dialog]:focus'), key).toBeAttached()
    await page.keyboard.press('Escape')
    await expect(dialog, key).toHaveCount(0)
    await expect(mail, key).toBeFocused()
  }
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(mail).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.locator('[data-region=search] input')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(mail).toBeFocused()

  const before = await steps(page).count()
  await page.keyboard.press('Delete')
  await expect(steps(page)).toHaveCount(before - 1)
  await expect(page.locator('[data-step]:focus')).toHaveAttribute('data-type', 'wait-duration')
  await page.keyboard.press('Control+z')
  await expect(said(page)).toContainText('Undone')
  await expect(mail).toBeFocused()
  await page.keyboard.press('Shift+Delete')
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click()
  await expect(page.locator('[data-step]:focus')).toHaveAttribute('data-type', 'wait-duration')
})

/** Panels that stand over the step that has the keyboard, or the rim that cuts it. */
const overHeld = (page: Page) =>
  page.evaluate(() => {
    const card = document.activeElement
    const ground = document.querySelector('[data-canvas]')?.getBoundingClientRect()
    if (!card?.matches('[data-step]') || !ground) return ['no step has the keyboard']
    const { left, right, top, bottom } = card.getBoundingClientRect()
    const over: string[] = []
    if (left < ground.left || right > ground.right || top < ground.top || bottom > ground.bottom)
      over.push('the rim')
    // Points of the card on which something else lies.
    for (const x of [left + 4, (left + right) / 2, right - 4])
      for (const y of [top + 4, (top + bottom) / 2, bottom - 4]) {
        const there = document.elementFromPoint(x, y)
        if (there && !there.closest('.react-flow__viewport, [data-canvas] > .react-flow'))
          over.push(`${there.tagName}.${there.className}`)
        const part = there?.closest('[data-region]')
        if (part && !part.matches('[data-region=canvas]')) over.push(part.className)
      }
    return over
  })

for (const [width, height] of [
  [1440, 900],
  [1100, 700],
  [900, 700],
] as const) {
  test(`the step that has the keyboard is never under a panel, ${width} × ${height}`, async ({
    page,
  }) => {
    await openDeclining(page, `In sight ${width}`)
    await page.setViewportSize({ width, height })
    await page.locator('[data-canvas]').first().focus()
    await page.keyboard.press('Home')
    for (const key of ['Down', 'Down', 'Down', 'Down', 'Down', 'Right', 'Down', 'Down', 'Right']) {
      await expect.poll(() => overHeld(page), { message: key }).toEqual([])
      await page.keyboard.press(`Arrow${key}`)
    }
    await page.keyboard.press('Home')
    await expect.poll(() => overHeld(page)).toEqual([])
    await page.keyboard.press('End')
    await expect.poll(() => overHeld(page)).toEqual([])
  })
}
