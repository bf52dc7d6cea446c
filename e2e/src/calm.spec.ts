import { expect, type Locator, type Page } from '@playwright/test'
import { step, steps } from './support/canvas'
import { livedIn, settled } from './support/lived-in'
import { test } from './support/sign-in'

/** How the window over the drawing moves on one press: every place it is seen at, frame by frame, until it stands. */
async function placesOn(page: Page, press: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const ground = document.querySelector<HTMLElement>('.react-flow__viewport')
    const seen = new Set<string>()
    const look = () => {
      seen.add(ground?.style.transform ?? '')
      document.body.dataset.places = String(seen.size)
      requestAnimationFrame(look)
    }
    look()
  })
  await press()
  // The step that has the keyboard now stands still: two looks find it at the same place.
  let before = -1
  await expect
    .poll(async () => {
      const { y } = (await page.locator('[data-step]:focus').boundingBox()) ?? { y: -2 }
      const isStill = y === before
      before = y
      return isStill
    })
    .toBe(true)
  return page.evaluate(() => Number(document.body.dataset.places))
}

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`the drawing ${reducedMotion === 'reduce' ? 'jumps' : 'glides'} to a step for whom motion is ${reducedMotion}`, async ({
    page,
  }) => {
    const { draft } = await livedIn(page, `Motion ${reducedMotion}`)
    await page.emulateMedia({ reducedMotion })
    await page.goto(`/scenarios/${draft}`)
    await step(page, 'mail-1').click()
    await expect(step(page, 'mail-1')).toBeFocused()
    await expect(
      page.getByRole('complementary', { name: 'Settings of what is selected' }),
    ).toBeVisible()
    const places = await placesOn(page, () => page.keyboard.press('End'))
    if (reducedMotion === 'reduce') expect(places).toBeLessThanOrEqual(2)
    else expect(places).toBeGreaterThan(2)
    // Lists and dialogs that open: nothing on the page is under way for any time.
    await page.keyboard.press('Control+Shift+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    if (reducedMotion === 'reduce')
      expect(
        await page.evaluate(() =>
          document
            .getAnimations()
            .map((each) => Number(each.effect?.getComputedTiming().duration))
            .filter((milliseconds) => milliseconds > 0),
        ),
      ).toEqual([])
  })
}

/** Notes from now on each card that sets out for another place, rather than being there at once. */
const noteGlides = (page: Page) =>
  page.evaluate(() => {
    document.body.dataset.glides = ''
    document.addEventListener('transitionrun', ({ propertyName, target }) => {
      if (propertyName === 'transform' && target instanceof HTMLElement && target.dataset.id)
        document.body.dataset.glides += `${target.dataset.id} `
    })
  })
const glides = (page: Page) => page.evaluate(() => document.body.dataset.glides ?? '')

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`tidying, cards ${reducedMotion === 'reduce' ? 'jump' : 'glide'} to their places for whom motion is ${reducedMotion}, and never glide while somebody drags`, async ({
    page,
  }) => {
    const { draft } = await livedIn(page, `Tidied ${reducedMotion}`)
    await page.emulateMedia({ reducedMotion })
    await page.goto(`/scenarios/${draft}`)
    const card = step(page, 'mail-2')
    await expect(card).toBeVisible()
    await noteGlides(page)
    const wrapper = page.locator('.react-flow__node[data-id="mail-2"]')
    const place = () => wrapper.evaluate((held) => (held as HTMLElement).style.transform)
    const before = await place()
    const { x, y } = (await card.boundingBox()) ?? { x: 0, y: 0 }
    await page.mouse.move(x + 60, y + 12)
    await page.mouse.down()
    await page.mouse.move(x + 300, y + 60, { steps: 4 })
    await page.mouse.up()
    await expect.poll(place).not.toBe(before)
    expect(await glides(page)).toBe('')
    const dragged = await place()
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('l')
    await expect.poll(place).not.toBe(dragged)
    // Where it stands is what is drawn, as soon as nothing is under way.
    await expect(page.locator('[data-gliding]')).toHaveCount(0)
    if (reducedMotion === 'reduce') expect(await glides(page)).toBe('')
    else expect(await glides(page)).toContain('mail-2')
  })
}

/** What of an element can still be told where the system chooses all colours. */
const told = (element: Locator) =>
  element.evaluate((held) => {
    const { backgroundColor, borderTopColor, borderTopWidth, outlineStyle } = getComputedStyle(held)
    return [backgroundColor, borderTopColor, borderTopWidth, outlineStyle].join()
  })

test('where the system chooses the colours, grounds, borders and icons still tell what is so', async ({
  page,
}) => {
  const { live, draft } = await livedIn(page, 'Few colours')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  await settled(page)
  const menu = page.getByRole('navigation', { name: 'Main' })
  expect(await told(menu.getByRole('link', { name: 'Scenarios' }))).not.toBe(
    await told(menu.getByRole('link', { name: 'Customers' })),
  )
  expect(await told(page.getByRole('button', { name: /^All/ }))).not.toBe(
    await told(page.getByRole('button', { name: /^Paused/ })),
  )

  await page.goto(`/scenarios/${draft}`)
  await step(page, 'mail-1').click()
  expect(await told(step(page, 'mail-1'))).not.toBe(await told(step(page, 'mail-2')))
  expect(await told(page.getByRole('link', { name: 'Build' }))).not.toBe(
    await told(page.getByRole('link', { name: 'Try', exact: true })),
  )
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-step]:focus')).toHaveCSS('outline-style', 'solid')

  await page.goto(`/scenarios/${live}/live`)
  await expect(steps(page).first()).toBeVisible()
  expect(await told(page.getByRole('button', { name: 'This version' }))).not.toBe(
    await told(page.getByRole('button', { name: '30 days' })),
  )
  const chip = page.getByText('Live · v1')
  await expect(chip.first()).not.toHaveCSS('border-top-width', '0px')
})
