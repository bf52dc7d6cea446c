import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { testWorkspace } from './support/relance'
import { draftFrom, drawn, openScenario, said } from './support/scenario'
import { colleague, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

const inspector = (page: Page) =>
  page.getByRole('complementary', { name: 'Settings of what is selected' })

/** Opens a step's settings and sets how long it waits, in the unit that is chosen there. */
async function setWait(page: Page, id: string, count: number) {
  await step(page, id).click()
  await inspector(page).getByRole('spinbutton').fill(String(count))
}

/** A draft of the declining-activity template that two people have open, each in a browser of their own. */
async function bothOpen(page: Page, workspace: string) {
  const relance = await testWorkspace(workspace, START)
  const flowId = await draftFrom(relance, 'declining-activity')
  await openScenario(page, relance, workspace, flowId)
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const { page: louis, context } = await colleague(browser, relance, 'Louis')
  await openScenario(louis, relance, workspace, flowId)
  await expect(page.getByRole('button', { name: 'Louis is here' })).toBeVisible()
  const waits = async (id: string) =>
    (await drawn(relance, flowId)).graph.nodes.find((node) => node.id === id)?.config
  return { relance, flowId, louis, context, waits }
}

test('UX9 two people draw one scenario: each sees the other, and who loses a value is told and takes it back', async ({
  page,
}) => {
  test.slow()
  const { louis, context, waits } = await bothOpen(page, 'Together')
  await expect(said(page)).toHaveText('Louis is here now')

  for (let round = 2; round < 12; round++) {
    await setWait(page, 'away', 20 + round)
    await setWait(louis, 'week', 30 + round)
    await expect(step(louis, 'away')).toContainText(`${20 + round} days`)
    await expect(step(page, 'week')).toContainText(`${30 + round} days`)
  }
  await expect(step(page, 'week')).toContainText('Louis edits')
  await expect(step(page, 'week')).toHaveAccessibleName(/being edited by Louis/)
  await expect.poll(() => waits('away')).toMatchObject({ for: 'P31D' })
  await expect.poll(() => waits('week')).toMatchObject({ for: 'P41D' })
  await expectAccessible(page, 'a scenario with somebody else in it')

  await page.getByRole('button', { name: 'Louis is here' }).click()
  await setWait(page, 'week', 10)
  await expect(step(louis, 'week')).toContainText('10 days')
  await setWait(louis, 'week', 7)
  const told = page.getByText('Louis set “Wait 7 days”. You had “Wait 10 days”.').first()
  await expect(told).toBeVisible()
  await expectAccessible(page, 'what somebody lost')

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText(/^Not undone: Louis changed it at \d\d:\d\d$/)
  await expect(step(page, 'week')).toContainText('7 days')
  await page.getByRole('button', { name: 'Use mine' }).click()
  await expect(step(louis, 'week')).toContainText('10 days')
  await expect.poll(() => waits('week')).toMatchObject({ for: 'P10D' })
  await context.close()
  await expect(said(page)).toHaveText('Louis has left')
})

test('a step that somebody is changing is removed after a question, and the outline says who it is', async ({
  page,
}) => {
  const { louis, context, relance, flowId } = await bothOpen(page, 'Edited by another')
  await step(louis, 'week').click()
  await inspector(louis).getByRole('spinbutton').focus()
  await expect(step(page, 'week')).toContainText('Louis edits')
  await step(page, 'week').click()
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog', { name: 'Louis is editing' })
  await expect(question).toBeVisible()
  await expectAccessible(page, 'a question before a step is removed')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(step(page, 'week')).toBeVisible()
  await page.keyboard.press('o')
  const line = page.getByRole('treeitem', { name: /being edited by Louis/ })
  await expect(line).toBeVisible()
  await line.click()
  await page.keyboard.press('Delete')
  await question.getByRole('button', { name: 'Remove it anyway' }).click()
  await expect
    .poll(async () => (await drawn(relance, flowId)).graph.nodes.some(({ id }) => id === 'week'))
    .toBe(false)
  await expect(step(louis, 'week')).toHaveCount(0)
  await context.close()
})

test('UX10 without a network the page opens again with its five acts, takes a sixth, and all are saved when it is back', async ({
  page,
}) => {
  const workspace = 'Without a network'
  const relance = await testWorkspace(workspace, START)
  const flowId = await draftFrom(relance, 'declining-activity')
  await openScenario(page, relance, workspace, flowId)
  const before = await drawn(relance, flowId)

  // By now this browser keeps the app itself as well.
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
  await page.context().setOffline(true)
  const status = page.getByRole('status')
  for (let act = 1; act <= 5; act++) {
    await step(page, 'start').focus()
    await page.keyboard.press('a')
    await page.keyboard.type('wait')
    await page.keyboard.press('Enter')
    await expect(steps(page)).toHaveCount(before.graph.nodes.length + act)
  }
  await expect(status.getByText('Offline, 5 changes kept in this browser')).toBeVisible()
  expect(await drawn(relance, flowId)).toEqual(before)

  await page.reload()
  await expect(steps(page)).toHaveCount(before.graph.nodes.length + 5)
  await expect(status.getByText('Offline, 5 changes kept in this browser')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Scenarios' }).first()).toBeVisible()
  await expectAccessible(page, 'a draft without a network')
  await setWait(page, 'week', 9)
  await expect(status.getByText('Offline, 6 changes kept in this browser')).toBeVisible()

  await page.context().setOffline(false)
  await expect(page.getByText('Draft saved')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const after = await drawn(relance, flowId)
  expect(after.graph.nodes).toHaveLength(before.graph.nodes.length + 5)
  expect(after.graph.nodes.find(({ id }) => id === 'week')?.config).toMatchObject({ for: 'P9D' })
  // They are still one's own acts.
  for (let act = 1; act <= 2; act++) await page.keyboard.press('Control+z')
  await expect(steps(page)).toHaveCount(before.graph.nodes.length + 4)
})
