import { expect, type Page } from '@playwright/test'
import { choose, chosen, pick, plus, step, steps, view } from './support/canvas'
import { openDeclining, undoTo } from './support/declining'
import { drawn, drawnText, said } from './support/scenario'
import { test } from './support/sign-in'

/** All of it, but for what reckoning with parts of pixels leaves. */
const whole = { ratio: 0.999 }

const scale = async (page: Page) => (await view(page)).scale

test('each key that walks, chooses or looks does what the list of keys says', async ({ page }) => {
  await openDeclining(page, 'Keys that look')
  await choose(page, 'reacted')
  const { keyboard } = page
  const goes = async (key: string, to: string) => {
    await keyboard.press(key)
    await expect(step(page, to)).toBeFocused()
  }

  await goes('ArrowDown', 'came-back')
  await goes('ArrowRight', 'mail-2')
  await goes('ArrowLeft', 'came-back')
  await goes('ArrowUp', 'reacted')
  await goes('Home', 'start')
  // Pressed while the window still glides to the first step.
  await goes('End', 'came-back')
  await expect(step(page, 'came-back')).toBeInViewport(whole)

  await choose(page, 'week')
  await keyboard.press('Shift+ArrowDown')
  await expect.poll(() => chosen(page)).toEqual(['reacted', 'week'])
  await expect(said(page)).toHaveText('2 steps chosen')
  await keyboard.press('Space')
  await expect.poll(() => chosen(page)).toEqual(['week'])
  await choose(page, 'mail-2')
  await keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(() => chosen(page)).toEqual(['mail-2', 'no-return', 'ordered', 'wait-order'])
  await keyboard.press('Control+a')
  await expect.poll(async () => (await chosen(page)).length).toBe(10)

  await keyboard.press('1')
  await expect.poll(() => scale(page)).toBeCloseTo(1)
  await keyboard.press('+')
  await expect.poll(() => scale(page)).toBeGreaterThan(1)
  await keyboard.press('1')
  await expect.poll(() => scale(page)).toBeCloseTo(1)
  await keyboard.press('-')
  await expect.poll(() => scale(page)).toBeLessThan(1)
  await keyboard.press('0')
  for (const end of ['start', 'ordered', 'no-return'])
    await expect(step(page, end)).toBeInViewport(whole)
  await choose(page, 'no-return')
  const before = await scale(page)
  await keyboard.press('2')
  await expect.poll(() => scale(page)).toBeGreaterThan(before)
  await expect(step(page, 'no-return')).toBeInViewport(whole)

  await keyboard.press('0')
  await choose(page, 'reacted')
  await keyboard.press('[')
  await expect(step(page, 'mail-2')).toHaveCount(0)
  await keyboard.press(']')
  await expect(step(page, 'mail-2')).toBeVisible()
  await keyboard.press('Escape')
  await expect.poll(() => chosen(page)).toEqual([])
  const still = await view(page)
  await keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => (await view(page)).y).toBeLessThan(still.y)

  const palette = page.locator('[data-palette="send-email"]')
  await keyboard.press('\\')
  await expect(palette).toBeHidden()
  await keyboard.press('\\')
  await expect(palette).toBeVisible()
  await keyboard.press('o')
  await expect(page.getByRole('tree')).toBeVisible()
  await keyboard.press('o')
  await expect(page.getByRole('tree')).toBeHidden()
  await choose(page, 'week')
  await keyboard.press('i')
  await expect(page.locator('[data-inspector] :focus')).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('Control+f')
  await expect(page.getByRole('textbox', { name: 'Search steps, messages, values' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(step(page, 'week')).toBeFocused()
  await keyboard.press('n')
  await expect(page.locator('[data-map]')).toBeFocused()
  await keyboard.press('Escape')

  await choose(page, 'week')
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('Control+k')
  await expect(
    page.getByRole('combobox', { name: 'Find a scenario, customer or message' }),
  ).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('dialog', { name: /^Publish/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await choose(page, 'week')
  await keyboard.press('t')
  await expect(page).toHaveURL(/try/)
})

test('each key that draws does what the list of keys says, and Ctrl Z takes it back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { relance, flowId } = await openDeclining(page, 'Keys that draw')
  const before = await drawnText(relance, flowId)
  const { keyboard } = page
  const edges = async () => (await drawn(relance, flowId)).graph.edges
  const leads = async (from: string, to: string) =>
    (await edges()).some((edge) => edge.from === from && edge.to === to)
  const takeBack = () => undoTo(page, relance, flowId, before)

  await choose(page, 'week')
  await keyboard.press('a')
  await pick(page, 'wait-duration')
  await expect(steps(page)).toHaveCount(11)
  await keyboard.press('Escape')
  await expect.poll(() => leads('week', 'reacted')).toBe(false)
  await takeBack()

  await choose(page, 'week')
  await keyboard.press('Shift+A')
  await pick(page, 'wait-duration')
  await expect(steps(page)).toHaveCount(11)
  await expect.poll(() => leads('mail-1', 'week')).toBe(false)
  await takeBack()

  await choose(page, 'week')
  await keyboard.press('r')
  await pick(page, 'wait-event')
  await expect(page.locator('[data-step][data-type="wait-event"]')).toHaveCount(2)
  await takeBack()

  // A connection is walked to its target.
  await choose(page, 'week')
  await keyboard.press('c')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect.poll(() => leads('week', 'came-back')).toBe(true)
  await takeBack()

  // A path is chosen, then cut.
  await choose(page, 'week')
  await keyboard.press('e')
  await keyboard.press('Delete')
  await expect(plus(page, 'week:done')).toHaveText(/Choose what follows/)
  await takeBack()

  await choose(page, 'week')
  await keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
  await keyboard.press('Escape')
  await choose(page, 'week')
  await keyboard.press('Enter')
  await expect(page.locator('[data-inspector] :focus')).toBeVisible()
  await keyboard.press('Escape')

  const at = async () => (await drawn(relance, flowId)).positions.week
  await choose(page, 'week')
  const place = await at()
  await keyboard.press('m')
  await keyboard.press('ArrowRight')
  await keyboard.press('Shift+ArrowRight')
  await keyboard.press('Enter')
  await expect.poll(async () => (await at())?.x).toBe((place?.x ?? 0) + 48)
  await takeBack()
  await choose(page, 'week')
  await keyboard.press('m')
  await keyboard.press('ArrowRight')
  await keyboard.press('Escape')
  await expect.poll(() => drawnText(relance, flowId)).toBe(before)

  await choose(page, 'week')
  await keyboard.press('Control+d')
  await expect(steps(page)).toHaveCount(11)
  await takeBack()
  await choose(page, 'week')
  await keyboard.press('Control+c')
  await expect(said(page)).toHaveText('1 step copied')
  await keyboard.press('Control+v')
  await expect(steps(page)).toHaveCount(11)
  await takeBack()
  await choose(page, 'week')
  await keyboard.press('Control+x')
  await expect(step(page, 'week')).toHaveCount(0)
  await takeBack()
  for (const key of ['Delete', 'Backspace']) {
    await choose(page, 'week')
    await keyboard.press(key)
    await expect(step(page, 'week')).toHaveCount(0)
    await takeBack()
  }
  await choose(page, 'mail-2')
  await keyboard.press('Shift+Delete')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
  await expect(steps(page)).toHaveCount(6)
  await takeBack()
  await keyboard.press('Control+y')
  await expect(steps(page)).toHaveCount(6)
  await expect(said(page)).not.toBeEmpty()
  await takeBack()
})

test('what is typed as the list of steps comes is in its field', async ({ page }) => {
  await openDeclining(page, 'Typed ahead')
  await choose(page, 'week')
  await page.evaluate(() => {
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
    new MutationObserver((_, list) => {
      if (!document.querySelector('[role=dialog]')) return
      list.disconnect()
      press('i')
    }).observe(document.body, { subtree: true, childList: true })
  })
  await page.keyboard.press('a')
  await expect(page.getByRole('combobox', { name: 'Add a step' })).toHaveValue('i')
})
