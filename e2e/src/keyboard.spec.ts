import { expect } from '@playwright/test'
import { steps } from './support/canvas'
import { Keyboard } from './support/keyboard'
import { testWorkspace } from './support/relance'
import { drawn } from './support/scenario'
import { openWorkspace, test } from './support/sign-in'

test('UX2 the declining-activity scenario is drawn and published by keys alone, in 120 presses at most', async ({
  page,
}) => {
  const workspace = 'Keys alone'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'By keys',
    graph: { nodes: [], edges: [] },
  })
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${id}`)
  await expect(page.getByRole('heading', { name: 'What starts it?' })).toBeVisible()
  const keys = new Keyboard(page)
  const add = async (search: string, count: number) => {
    await keys.press('a')
    await keys.type(search)
    await expect(page.getByRole('combobox', { name: 'Add a step' })).toHaveValue(search)
    await keys.press('Enter')
    await expect(steps(page)).toHaveCount(count)
    await expect(page.locator('[data-step]:focus')).toBeVisible()
  }

  // 1 A regular customer visits without ordering.
  await add('event happened', 1)
  await keys.press('Enter')
  await keys.type('page')
  await keys.pressTo('Tab', 'Add a detail')
  await keys.pressTo('Tab', 'Add a condition')
  await keys.press('Enter', 'Enter')
  await keys.pressTo('Tab', 'How many times')
  await keys.choose('at least')
  await keys.press('Escape')

  // 2 Fourteen days without a visit.
  await add('wait', 2)
  await keys.press('Enter')
  await keys.type('14')
  await keys.pressTo('Tab', 'Counted from')
  await keys.choose('the last visit')
  await keys.press('Escape')

  // 3 Email 1, 4 seven days.
  await add('email', 3)
  await keys.press('Enter')
  await keys.choose('Personal selection')
  await keys.press('Escape')
  await add('wait', 4)
  await keys.press('Enter')
  await keys.type('7')
  await keys.press('Escape')

  // 5 Clicked or came back since email 1?
  await add('condition', 5)
  await keys.press('Enter', 'Enter', 'Enter')
  await keys.pressTo('Tab', 'Event')
  await keys.choose('clicked')
  await keys.pressTo('Tab', 'Period')
  await keys.choose('about Email')
  await keys.pressTo('Tab', 'Add a condition')
  await keys.press('Enter', 'Enter')
  await keys.pressTo('Tab', 'Event')
  await keys.choose('come back')
  await keys.pressTo('Tab', 'Period')
  await keys.choose('since Email')
  await keys.press('Escape')

  // 6 Came back: the first exit; 7 email 2 behind the second, 8 a wait for an order.
  await add('end', 6)
  await keys.press('ArrowUp')
  await add('email', 7)
  await keys.press('Enter')
  await keys.choose('Credit')
  await keys.press('Escape')
  await add('wait for an event', 8)

  // 9 The goal, and an end where thirty days have passed.
  await add('end', 9)
  await keys.press('Enter', 'Space', 'Escape', 'ArrowUp')
  await add('end', 10)

  // The goal of the whole scenario, by way of the problem that asks for it.
  await keys.pressTo('F6', /^Edit the rules/)
  await keys.press('Enter')
  await keys.choose('An event')
  await keys.press('Control+Shift+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await expect(dialog.getByText('Sender, consent and paths checked')).toBeVisible()
  await keys.pressTo('Tab', 'Publish version 1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Version 1 is live').first()).toBeVisible()
  expect(keys.presses).toBeLessThanOrEqual(120)
  const { nodes } = (await drawn(relance, id)).graph
  expect(nodes).toHaveLength(10)
  // What is typed takes the place of what a step proposes.
  const waits = nodes.filter(({ type }) => type === 'wait-duration').map(({ config }) => config)
  expect(waits).toContainEqual(expect.objectContaining({ for: 'P14D', since: 'visit' }))
  expect(waits).toContainEqual(expect.objectContaining({ for: 'P7D', since: 'here' }))
})
