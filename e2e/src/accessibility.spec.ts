import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { livedIn, pages, settled } from './support/lived-in'
import { openWorkspace, test } from './support/sign-in'
import { expectFits, ZOOMED } from './support/small-screen'

test('UX17 no page keeps anybody out, in either theme', async ({ page }) => {
  test.slow()
  const { relance, live } = await livedIn(page, 'Pages for all')
  for (const path of await pages(relance, live)) {
    await page.goto(path)
    await settled(page)
    await expectAccessible(page, path)
  }
})

for (const language of ['en', 'fr'] as const) {
  test(`UX17 at 400% zoom every page is read by scrolling down alone, ${language}`, async ({
    page,
  }) => {
    test.slow()
    const name = `Zoomed pages ${language}`
    const { relance, live, draft } = await livedIn(page, name, language)
    await openWorkspace(page, relance, name, 'owner')
    await page.evaluate((said) => localStorage.setItem('relance.language', said), language)
    await page.setViewportSize(ZOOMED)
    const ofScenarios = [`${draft}`, `${draft}/try`, `${live}/live`, `${live}/sendings`]
    for (const path of [
      ...(await pages(relance, live)),
      ...ofScenarios.map((each) => `/scenarios/${each}`),
      '/sign-in',
    ]) {
      await page.goto(path)
      await settled(page)
      await expectFits(page, path)
    }
  })
}

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

test('UX17 no dialog of the mail editor keeps anybody out', async ({ page }) => {
  const { relance, live } = await livedIn(page, 'Mail dialogs for all')
  const path = (await pages(relance, live)).find((each) => /^\/messages\/[0-9a-f]{8}-/.test(each))
  await page.goto(path ?? '')
  await settled(page)
  const dialog = page.getByRole('dialog')
  const look = async (what: string, open: () => Promise<unknown>) => {
    await open()
    await expect(dialog).toBeVisible()
    await settled(page)
    await expectAccessible(page, what)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await look('versions of a mail', () =>
    page.getByRole('button', { name: 'Versions', exact: true }).click(),
  )
  const blocks = page.getByRole('listbox', { name: 'In this email' }).getByRole('option')
  await blocks.filter({ hasText: 'Button' }).first().click()
  await look('keeping a block', () =>
    page.getByRole('button', { name: 'Keep as a shared block' }).click(),
  )
})

test('UX17 the door keeps nobody out', async ({ browser }) => {
  const page = await browser.newPage({ storageState: undefined })
  await page.goto('/sign-in')
  await expect(page.getByLabel('Email')).toBeVisible()
  await expectAccessible(page, 'the door')
  await page.close()
})
