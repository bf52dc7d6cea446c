import { expect, type Page } from '@playwright/test'
import { chosen, middle, step, view } from './support/canvas'
import { openDeclining } from './support/declining'
import { drawnText } from './support/scenario'
import { test } from './support/sign-in'

/** Where the path of an edge runs, from near, in pixels. */
async function pathOf(page: Page, key: string) {
  const path = page.locator(`[data-id="${key}"] path.react-flow__edge-path`)
  const d = (await path.getAttribute('d')) ?? ''
  return [...d.matchAll(/[\d.]+/g)].map(Number)
}

const fromAfar = (page: Page) => page.locator('[data-far-edges] path')

async function zoomOutTo(page: Page, scale: number) {
  await page.locator('.react-flow__pane').hover()
  await page.keyboard.down('Control')
  await expect
    .poll(async () => {
      const now = (await view(page)).scale
      if (now >= scale) await page.mouse.wheel(0, 40)
      return now
    })
    .toBeLessThan(scale)
  await page.keyboard.up('Control')
}

test('from afar a card is its tile and its name, is dragged with its paths, and comes near as it was', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'From afar')
  await page.keyboard.press('0')
  const week = await pathOf(page, 'away:done')
  const mail = step(page, 'mail-1')
  await expect(mail).toContainText('Send “')
  const sentence = await mail.getAttribute('aria-label')

  await zoomOutTo(page, 0.4)
  await expect(mail).toHaveText('Personal selection')
  await expect(mail).toHaveAttribute('aria-label', sentence ?? '')
  await expect(fromAfar(page)).toHaveCount(1)
  await zoomOutTo(page, 0.25)
  await expect(mail).toHaveText('')

  // Dragged: its path comes along with it, and the document learns of it.
  const before = await drawnText(relance, flowId)
  const at = await middle(step(page, 'week'))
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 20, at.y, { steps: 3 })
  const held = fromAfar(page).nth(1)
  const first = await held.getAttribute('d')
  await page.mouse.move(at.x + 60, at.y, { steps: 3 })
  await expect(held).not.toHaveAttribute('d', first ?? '')
  await page.mouse.up()
  await expect(fromAfar(page)).toHaveCount(1)
  await expect.poll(() => drawnText(relance, flowId)).not.toBe(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => drawnText(relance, flowId)).toBe(before)

  // A path is chosen where it lies.
  const [start, end] = [await middle(step(page, 'mail-1')), await middle(step(page, 'week'))]
  await page.mouse.click((start.x + end.x) / 2, (start.y + end.y) / 2)
  await expect(page.locator('[data-inspector]')).toBeVisible()
  expect(await chosen(page)).toEqual([])
  await expect(fromAfar(page)).toHaveCount(2)
  await page.keyboard.press('Escape')

  await page.keyboard.press('0')
  await expect(mail).toContainText('Send “')
  const offBy = async () => {
    const now = await pathOf(page, 'away:done')
    return Math.max(...week.map((px, place) => Math.abs(px - (now[place] ?? Number.NaN))))
  }
  await expect.poll(offBy).toBeLessThan(1)
})
