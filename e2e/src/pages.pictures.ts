import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { busyShop } from './support/busy-shop'
import { step, steps } from './support/canvas'
import { livedIn, pages, settled } from './support/lived-in'
import { test } from './support/sign-in'

/** Where the pictures go: a folder for each language and theme. */
const folder = process.env.RELANCE_PICTURES ?? ''

/** `/customers/0198…` is `customers-one`. */
const nameOf = (path: string): string => {
  const parts = path.split('/').filter(Boolean)
  return parts.map((part) => (/^[0-9a-f-]{36}$/.test(part) ? 'one' : part)).join('-') || 'home'
}

const looks = (['en', 'fr'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
)

for (const { language, theme } of looks) {
  test(`every page, ${language}, ${theme}`, async ({ page }) => {
    test.slow()
    const into = join(folder, `${language}-${theme}`)
    mkdirSync(into, { recursive: true })
    const shoot = async (name: string) => {
      await settled(page)
      await page.screenshot({ path: join(into, `${name}.png`), animations: 'disabled' })
    }
    /** A page scrolls within its frame: the window is made as tall as what it holds. */
    const shootWhole = async (name: string) => {
      await settled(page)
      const inside = await page.locator('main').evaluate((main) => main.scrollHeight)
      await page.setViewportSize({ width: 1440, height: Math.max(900, inside + 60) })
      await shoot(name)
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    const { relance, live, draft } = await livedIn(page, `Galerie ${language} ${theme}`, language)
    await busyShop(relance, `${language}-${theme}`, '2026-03-02T12:00:00Z')
    await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, { locale: language })
    // The switches of the sidebar keep their choices here.
    await page.evaluate(
      ([said, shown]) => {
        localStorage.setItem('relance.language', said)
        localStorage.setItem('relance.theme', shown)
      },
      [language, theme] as const,
    )
    for (const path of await pages(relance, live)) {
      await page.goto(path)
      await shootWhole(nameOf(path))
    }
    await page.goto(`/scenarios/${draft}`)
    await expect(step(page, 'mail-1')).toBeVisible()
    await shoot('build')
    await step(page, 'mail-1').click()
    await shoot('build-email')
    await step(page, 'reacted').click()
    await shoot('build-condition')
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await shoot('build-outline')
    await page.keyboard.press('o')
    await page.keyboard.press('Control+Shift+Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await shoot('publish')
    await page.goto(`/scenarios/${live}/try`)
    await page.getByRole('button', { name: /^Anna/ }).first().click()
    await expect(page.locator('[data-tried]').first()).toBeVisible()
    await shoot('try')
    await page.goto(`/scenarios/${live}/live`)
    await expect(steps(page).first()).toBeVisible()
    await shoot('live')
  })
}
