import { expect, type Page } from '@playwright/test'
import { step, steps } from './support/canvas'
import { crowdedTexts } from './support/crowded-texts'
import { livedIn, pages, settled } from './support/lived-in'
import { lengthen } from './support/longer-texts'
import type { Relance } from './support/relance'
import { test } from './support/sign-in'
import { badlySpaced, shownTexts, untranslated } from './support/typography'

/** Every page in turn, the canvas and its other views with them, each looked at as it stands. */
async function everyPage(
  page: Page,
  { relance, live, draft }: { relance: Relance; live: string; draft: string },
  look: (where: string) => Promise<void>,
) {
  for (const path of [...(await pages(relance, live)), '/sign-in']) {
    await page.goto(path)
    await settled(page)
    await look(path)
  }
  for (const view of [draft, `${draft}/try`, `${live}/live`]) {
    await page.goto(`/scenarios/${view}`)
    await expect(steps(page).first()).toBeVisible()
    await settled(page)
    await look(view.replace(draft, 'draft').replace(live, 'live'))
  }
  await page.goto(`/scenarios/${draft}`)
  await step(page, 'mail-1').click()
  await settled(page)
  await look('a step’s settings')
  await page.goto(`/scenarios/${draft}`)
  await expect(steps(page).first()).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('tree')).toBeVisible()
  await look('the outline')
  await page.keyboard.press('o')
}

test('a drawing’s bar is read whole in French at 1100 pixels, beside a test clock', async ({
  page,
}) => {
  const { draft, live } = await livedIn(page, 'Narrow')
  await page.evaluate(() => localStorage.setItem('relance.language', 'fr'))
  await page.setViewportSize({ width: 1100, height: 700 })
  for (const view of [draft, `${live}/live`]) {
    await page.goto(`/scenarios/${view}`)
    await expect(steps(page).first()).toBeVisible()
    await settled(page)
    expect(await crowdedTexts(page)).toEqual([])
  }
})

test('UX19 in a language that is 40 % longer no text is cut, and none lies over another', async ({
  page,
}) => {
  test.slow()
  const world = await livedIn(page, 'Long words')
  await page.setViewportSize({ width: 1280, height: 900 })
  await everyPage(page, world, async (where) => {
    await lengthen(page)
    expect.soft(await crowdedTexts(page), where).toEqual([])
  })
})

for (const language of ['en', 'fr'] as const) {
  test(`UX19 nothing is left untranslated, ${language}`, async ({ page }) => {
    test.slow()
    const world = await livedIn(page, `Said in ${language}`, language)
    await page.evaluate((said) => localStorage.setItem('relance.language', said), language)
    await everyPage(page, world, async (where) => {
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      const texts = await shownTexts(page)
      expect.soft(untranslated(texts), where).toEqual([])
      if (language === 'fr') expect.soft(badlySpaced(texts), where).toEqual([])
    })
  })
}
