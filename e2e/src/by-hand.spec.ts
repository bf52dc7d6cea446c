import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { holdOver, middle, pick, plus, step, steps } from './support/canvas'
import { openDeclining, undoTo } from './support/declining'
import { drawn, drawnText, said } from './support/scenario'
import { test } from './support/sign-in'

test('the acts for a card, a path and the ground are a press away: by the other button, by keys, by a finger that stays', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Menus')
  const before = await drawnText(relance, flowId)
  const menu = page.getByRole('menu')
  const item = (name: string) => menu.getByRole('menuitem', { name })

  await step(page, 'week').click({ button: 'right' })
  await expect(item('Duplicate')).toHaveText(/Ctrl D$/)
  await expect(item('Remove with all that only follows from it')).toHaveText(/Shift Del$/)
  await expectAccessible(page, 'menu of a step')
  await item('Duplicate').click()
  await expect(steps(page)).toHaveCount(11)
  await expect(page.locator('[data-step]:focus')).toBeVisible()
  await undoTo(page, relance, flowId, before)

  await step(page, 'week').click()
  await page.keyboard.press('Shift+F10')
  await expect(item('Replace the step')).toHaveText(/R$/)
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(step(page, 'week')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await item('Name the step').click()
  await expect(page.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()

  await plus(page, 'away:done').click({ button: 'right' })
  await item('Cut the path').click()
  await expect(plus(page, 'away:done')).toHaveText(/Choose what follows/)
  await undoTo(page, relance, flowId, before)

  const ground = page.locator('.react-flow__pane')
  await ground.click({ button: 'right', position: { x: 60, y: 500 } })
  await expect(item('Tidy the drawing')).toHaveText(/L$/)
  await item('Add a step').click()
  await pick(page, 'wait-duration')
  await expect(steps(page)).toHaveCount(11)
  await undoTo(page, relance, flowId, before)

  const at = await middle(step(page, 'mail-1'))
  const finger = {
    pointerType: 'touch',
    isPrimary: true,
    clientX: at.x,
    clientY: at.y,
    bubbles: true,
  }
  await step(page, 'mail-1').dispatchEvent('pointerdown', finger)
  await expect(item('Replace the step')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
})

test('a dragged card shows its column, takes its branch along with Alt, and keeps its place when tidied if asked to', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Moved')
  const places = async () => (await drawn(relance, flowId)).positions
  const seen = async (id: string) => {
    const { x, y } = (await places())[id] ?? { x: 0, y: 0 }
    return { x, y }
  }
  await page.keyboard.press('p')
  const before = await places()
  /** Takes hold of a card and brings it somewhere, with the button still held. */
  const carry = async (id: string, dx: number, dy: number) => {
    const at = await middle(step(page, id))
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + dx / 2, at.y + dy / 2, { steps: 4 })
    await page.mouse.move(at.x + dx, at.y + dy, { steps: 4 })
  }

  await carry('week', 0, 16)
  await expect(page.locator('[data-guide=column]')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('[data-guide]')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(places).toEqual(before)

  await page.keyboard.down('Alt')
  await carry('week', 80, 0)
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await expect.poll(() => seen('week')).not.toEqual(before.week)
  const by = (await seen('week')).x - (before.week?.x ?? 0)
  const aside = (id: string) => ({ x: (before[id]?.x ?? 0) + by, y: before[id]?.y ?? 0 })
  expect(await seen('no-return')).toEqual(aside('no-return'))
  expect(await seen('mail-1')).toEqual(before['mail-1'])
  await page.keyboard.press('Control+z')
  await expect.poll(places).toEqual(before)

  await carry('came-back', -120, 48)
  await page.mouse.up()
  await expect.poll(() => seen('came-back')).not.toEqual(before['came-back'])
  const moved = await seen('came-back')
  await page.getByRole('button', { name: 'Tidying keeps my positions' }).click()
  await page.getByRole('button', { name: 'Tidy', exact: true }).click()
  await expect(said(page)).toContainText(/tid/i)
  expect(await seen('came-back')).toEqual(moved)
  await page.getByRole('button', { name: 'Tidying keeps my positions' }).click()
  await page.getByRole('button', { name: 'Tidy', exact: true }).click()
  await expect.poll(() => seen('came-back')).not.toEqual(moved)
})

test('a step dropped on the right half of a card takes its place, and the end of a chosen path is dragged to another card', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Replaced and led elsewhere')
  await page.keyboard.press('p')
  const before = await drawnText(relance, flowId)
  const leadsTo = async (from: string, exit: string) =>
    (await drawn(relance, flowId)).graph.edges.find(
      (edge) => edge.from === from && edge.exit === exit,
    )?.to

  const week = await middle(step(page, 'week'))
  await holdOver(page, 'wait-event', { x: week.x + 60, y: week.y })
  await expect(page.locator('[data-replace=week]')).toHaveText('Replace')
  await page.mouse.up()
  const typeOf = async () =>
    (await drawn(relance, flowId)).graph.nodes.find(({ id }) => id === 'week')?.type
  await expect.poll(typeOf).toBe('wait-event')
  await expect(steps(page)).toHaveCount(10)
  expect(await leadsTo('week', 'happened')).toBe('reacted')
  await undoTo(page, relance, flowId, before)

  await step(page, 'away').click()
  await page.keyboard.press('e')
  const grip = await middle(page.locator('.react-flow__edgeupdater-target'))
  const to = await middle(step(page, 'week'))
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, grip.y + 40, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => leadsTo('away', 'done')).toBe('week')
  await undoTo(page, relance, flowId, before)
})
