import { expect } from '@playwright/test'
import { choose, chosen, step, view } from './support/canvas'
import { openDeclining } from './support/declining'
import { drawnText } from './support/scenario'
import { test } from './support/sign-in'

test('the mouse moves the drawing, makes it larger and chooses within a frame', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Mouse')
  const before = await drawnText(relance, flowId)
  const { mouse, keyboard } = page
  const ground = await page.locator('.react-flow__pane').boundingBox()
  const free = { x: (ground?.x ?? 0) + 40, y: (ground?.y ?? 0) + 400 }
  await mouse.move(free.x, free.y)

  const start = await view(page)
  await mouse.wheel(0, 80)
  await expect.poll(async () => (await view(page)).y).toBeLessThan(start.y)
  await keyboard.down('Control')
  await mouse.wheel(0, -80)
  await keyboard.up('Control')
  await expect.poll(async () => (await view(page)).scale).toBeGreaterThan(start.scale)
  await keyboard.press('0')
  // Hovering waits until the drawing has come to rest.
  await step(page, 'no-return').hover()
  for (const button of ['left', 'middle'] as const) {
    const from = await view(page)
    await mouse.move(free.x, free.y)
    await mouse.down({ button })
    await mouse.move(free.x + 60, free.y + 30, { steps: 4 })
    await mouse.up({ button })
    await expect.poll(async () => (await view(page)).x).toBeCloseTo(from.x + 60, -1)
  }

  // Held over a card, Space moves the drawing and neither moves nor chooses the card.
  await choose(page, 'week')
  const from = await view(page)
  const week = await step(page, 'week').boundingBox()
  await mouse.move((week?.x ?? 0) + 60, (week?.y ?? 0) + 20)
  await keyboard.down('Space')
  await mouse.down()
  await mouse.move((week?.x ?? 0) + 100, (week?.y ?? 0) + 40, { steps: 4 })
  await mouse.up()
  await keyboard.up('Space')
  await expect.poll(async () => (await view(page)).x).toBeCloseTo(from.x + 40, -1)
  await expect.poll(() => chosen(page)).toEqual(['week'])
  expect(await drawnText(relance, flowId)).toBe(before)

  await step(page, 'mail-1').click({ modifiers: ['ControlOrMeta'] })
  await expect.poll(() => chosen(page)).toEqual(['mail-1', 'week'])
  await keyboard.press('0')
  await step(page, 'no-return').hover()
  const [ordered, gone] = [
    await step(page, 'ordered').boundingBox(),
    await step(page, 'no-return').boundingBox(),
  ]
  const left = Math.min(ordered?.x ?? 0, gone?.x ?? 0)
  const right = Math.max(ordered?.x ?? 0, gone?.x ?? 0) + (gone?.width ?? 0)
  await keyboard.down('Shift')
  await mouse.move(left - 10, (ordered?.y ?? 0) - 4)
  await mouse.down()
  await mouse.move(right + 10, (ordered?.y ?? 0) + (ordered?.height ?? 0) + 10, { steps: 6 })
  await mouse.up()
  await keyboard.up('Shift')
  await expect.poll(() => chosen(page)).toEqual(['no-return', 'ordered'])
})
