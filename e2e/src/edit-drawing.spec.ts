import { expect, type Page } from '@playwright/test'
import { card, holdOver, middle, pick, plus, seeEverything, step, steps } from './support/canvas'
import { openDeclining, undoTo } from './support/declining'
import { drawn, drawnText, said } from './support/scenario'
import { test } from './support/sign-in'

const problem = (page: Page, code: string) => page.locator(`[data-problem="${code}"]`)

test('UX3 every path and every open exit has its “+”, and a step added there can be taken back', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Plus everywhere')
  await step(page, 'no-return').click()
  await page.keyboard.press('Delete')
  await expect(steps(page)).toHaveCount(9)
  await expect.poll(async () => (await drawn(relance, flowId)).graph.nodes.length).toBe(9)
  const before = await drawnText(relance, flowId)
  const { edges } = (await drawn(relance, flowId)).graph
  const leads = new Map(edges.map(({ from, exit, to }) => [`${from}:${exit}`, to]))
  const places = await page
    .locator('[data-edge], [data-open-exit]')
    .evaluateAll((all) => all.map((one) => one.dataset.edge ?? one.dataset.openExit ?? ''))
  expect(places.sort()).toEqual([...leads.keys(), 'wait-order:timed-out'].sort())

  // The list of problems would lie over the lowest paths.
  await page.keyboard.press('p')
  for (const place of places) {
    await seeEverything(page)
    await plus(page, place).click()
    await pick(page, 'wait-duration')
    const [from = '', exit = ''] = place.split(':')
    const followers = async () => {
      const { nodes, edges: now } = (await drawn(relance, flowId)).graph
      const added = now.find((edge) => edge.from === from && edge.exit === exit)?.to
      const isWait = nodes.some(({ id, type }) => id === added && type === 'wait-duration')
      return isWait && { onward: now.find((edge) => edge.from === added)?.to }
    }
    await expect.poll(followers).toEqual({ onward: leads.get(place) })
    await undoTo(page, relance, flowId, before)
  }
})

test('UX4 a step dragged near a path joins it, elsewhere it floats, and Escape changes nothing', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Dragged')
  const before = await drawnText(relance, flowId)
  const path = await middle(plus(page, 'away:done'))

  await holdOver(page, 'send-email', { x: path.x + 40, y: path.y })
  await expect(page.locator('[data-lit]')).toHaveAttribute('data-edge', 'away:done')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.locator('[data-lit]')).toHaveCount(0)
  await expect(steps(page)).toHaveCount(10)
  expect(await drawnText(relance, flowId)).toBe(before)

  await holdOver(page, 'send-email', { x: path.x + 40, y: path.y })
  await page.mouse.up()
  await expect(steps(page)).toHaveCount(11)
  const joined = async () => {
    const { edges } = (await drawn(relance, flowId)).graph
    const added = edges.find(({ from }) => from === 'away')?.to
    return edges.find(({ from }) => from === added)?.to
  }
  await expect.poll(joined).toBe('mail-1')
  await expect(problem(page, 'V03')).toHaveCount(0)
  await undoTo(page, relance, flowId, before)

  await page.keyboard.press('Escape')
  await holdOver(page, 'send-email', { x: path.x - 300, y: path.y + 120 })
  await expect(page.locator('[data-lit]')).toHaveCount(0)
  await page.mouse.up()
  await expect(steps(page)).toHaveCount(11)
  await expect(problem(page, 'V03')).toHaveText(
    'Nobody can reach “Email”. Connect it or remove it.',
  )
})

test('UX5 what led to a removed step leads to what followed; other branches stay and are told of', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Healed')
  const before = await drawnText(relance, flowId)
  const leadsTo = async (from: string) =>
    (await drawn(relance, flowId)).graph.edges.find((edge) => edge.from === from)?.to

  await step(page, 'mail-1').click()
  await page.keyboard.press('Delete')
  await expect.poll(() => leadsTo('away')).toBe('week')
  await expect(step(page, 'away')).toBeFocused()
  await undoTo(page, relance, flowId, before)

  await step(page, 'reacted').click()
  await page.keyboard.press('Delete')
  await expect.poll(() => leadsTo('week')).toBe('came-back')
  await expect(page.getByText('“Has reacted” removed. One path was set aside.')).toBeVisible()
  await expect(step(page, 'mail-2')).toBeVisible()
  await expect(problem(page, 'V03').first()).toHaveText(/Nobody can reach/)
  await undoTo(page, relance, flowId, before)
  await expect(problem(page, 'V03')).toHaveCount(0)
})

test('UX6 sixty acts are taken back and done again one by one, with a reload in between', async ({
  page,
}) => {
  test.slow()
  const { relance, flowId } = await openDeclining(page, 'Sixty acts')
  const start = await drawnText(relance, flowId)
  const inspector = page.getByRole('complementary', { name: 'Settings of what is selected' })
  const acts = await sixtyActs(page)
  expect(acts).toBe(60)
  const saved = page.getByText('Draft saved')
  await expect(saved).toBeVisible()
  await expect(inspector).toBeVisible()
  await expect.poll(async () => (await drawn(relance, flowId)).graph.nodes.length).toBe(30)
  const end = await drawnText(relance, flowId)

  const undoButton = page.getByRole('button', { name: /^Undo/ })
  for (let act = 0; act < 30; act++) await takeBack(page)
  await page.reload()
  await expect(steps(page).first()).toBeVisible()
  for (let act = 0; act < 30; act++) await takeBack(page)
  await expect(undoButton).toBeDisabled()
  await expect.poll(() => drawnText(relance, flowId)).toBe(start)

  for (let act = 0; act < 60; act++) await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled()
  await expect.poll(() => drawnText(relance, flowId)).toBe(end)
})

/** One undo, which must say the name of the act its button told of. */
async function takeBack(page: Page) {
  const button = page.getByRole('button', { name: /^Undo: / })
  const act = (await button.getAttribute('aria-label'))?.match(/^Undo: (.*) \(Ctrl Z\)$/)?.[1]
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText(`Undone: ${act}`)
}

/** Twenty times: a wait is added behind the trigger, renamed, and moved. */
async function sixtyActs(page: Page): Promise<number> {
  let acts = 0
  for (let round = 1; round <= 20; round++) {
    await step(page, 'start').focus()
    await page.keyboard.press('a')
    await page.keyboard.type('wait')
    await page.keyboard.press('Enter')
    const added = page.locator('[data-step]:focus')
    await expect(added).toHaveAttribute('data-type', 'wait-duration')
    await page.keyboard.press('F2')
    await page.keyboard.type(`Round ${round}`)
    await page.keyboard.press('Escape')
    await expect(added).toHaveAttribute('data-type', 'wait-duration')
    for (const key of ['m', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    acts += 3
  }
  return acts
}

test('UX8 a condition replaced by a split keeps both ways on; card, settings and outline agree', async ({
  page,
}) => {
  const { relance, flowId } = await openDeclining(page, 'Replaced')
  await seeEverything(page)
  await step(page, 'reacted').click()
  await page.keyboard.press('r')
  await pick(page, 'random-split')
  await expect(step(page, 'reacted')).toHaveAttribute('data-type', 'random-split')
  const ways = async () =>
    (await drawn(relance, flowId)).graph.edges
      .filter(({ from }) => from === 'reacted')
      .map(({ exit, to }) => `${exit} > ${to}`)
  await expect.poll(ways).toEqual(['a > came-back', 'b > mail-2'])
  await expect(card(page, 'random-split')).toContainText('50%')
  const settings = page.getByRole('complementary', { name: 'Settings of what is selected' })
  await expect(settings.getByText('to Came back')).toBeVisible()
  await expect(settings.getByText('to Credit')).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('treeitem', { name: /^5 Has reacted: .*50%/ })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: '5.1 A:' })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: '5.2 B:' })).toBeVisible()
})
