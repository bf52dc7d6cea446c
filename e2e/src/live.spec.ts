import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step } from './support/canvas'
import { address } from './support/inbox'
import { type Page as Listed, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

interface Figures {
  entered: number
  waiting: number
  passed: number
  left: number
  exits: Record<string, number>
}

/** Sign-up, then a wait, then a condition on who they are; an exit rule takes some out of the wait. Live. */
async function publishParting(relance: Relance): Promise<string> {
  const isLouis = { field: 'firstName', op: '=', value: 'Louis' }
  const nodes = [
    { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
    { id: 'week', type: 'wait-duration', config: { for: 'P7D', since: 'here' } },
    {
      id: 'asks',
      type: 'condition',
      config: { branches: [{ exit: 'yes', rule: { or: [isLouis] } }] },
    },
    { id: 'month', type: 'wait-duration', config: { for: 'P30D', since: 'here' } },
    { id: 'over', type: 'end', config: { as: 'exit', reason: 'over' } },
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'week' },
    { from: 'week', exit: 'done', to: 'asks' },
    { from: 'asks', exit: 'yes', to: 'month' },
    { from: 'asks', exit: 'no', to: 'over' },
    { from: 'month', exit: 'done', to: 'over' },
  ]
  const bought = { or: [{ event: 'Order Completed', since: 'entry' }] }
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...{ name: 'Parting', graph: { nodes, edges } },
    settings: { goal: 'none', exitRules: [{ key: 'bought', rule: bought }] },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}

const signUp = (relance: Relance, names: string[], at: string) =>
  withSegment(relance, (analytics) => {
    const timestamp = new Date(at)
    for (const [n, firstName] of names.entries()) {
      const userId = `${firstName}-${n}-${at}`
      const traits = { email: address(userId.toLowerCase().replaceAll(':', '.')), firstName }
      analytics.identify({ userId, traits, timestamp })
      analytics.track({ userId, event: 'Signed Up', timestamp })
    }
  })

/** The figures a card shows, by their words. */
const shown = (page: Page, id: string) => step(page, id).locator('button')
const people = (page: Page) => page.getByRole('dialog').getByRole('listitem')

test('UX16 on each card entered is waiting, passed and left; each figure opens exactly its people, and all move by themselves', async ({
  page,
}) => {
  const workspace = 'Figures add up'
  const relance = await testWorkspace(workspace, START)
  const flowId = await publishParting(relance)
  await signUp(relance, ['Ann', 'Ben', 'Cleo', 'Louis', 'Louis'], START)
  await relance.advance('2026-03-02T10:01:00Z')
  await withSegment(relance, (analytics) =>
    analytics.track({
      userId: `Ann-0-${START}`,
      event: 'Order Completed',
      properties: { order_id: 'o-1', revenue: 1 },
      timestamp: new Date('2026-03-02T10:01:00Z'),
    }),
  )
  await relance.advance('2026-03-09T11:00:00Z')

  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}/live`)
  const { nodes } = await relance.call<{ nodes: Record<string, Figures> }>(
    'GET',
    `/api/flows/${flowId}/stats`,
  )
  expect(nodes.week).toMatchObject({ entered: 5, waiting: 0, passed: 4, left: 1 })
  expect(nodes.asks).toMatchObject({ entered: 4, exits: { yes: 2, no: 2 } })
  expect(nodes.month).toMatchObject({ entered: 2, waiting: 2 })
  for (const [id, { entered, waiting, passed, left }] of Object.entries(nodes)) {
    expect(entered, id).toBe(waiting + passed + left)
    for (const [figure, n] of Object.entries({ entered, waiting, passed, left })) {
      const path = `/api/flows/${flowId}/enrolments?nodeId=${id}&figure=${figure}`
      const { items } = await relance.call<Listed<object>>('GET', path)
      expect(items, `${id}: ${figure}`).toHaveLength(n)
    }
  }
  await shown(page, 'asks').filter({ hasText: 'entered' }).click()
  await expect(people(page)).toHaveCount(4)
  await page.keyboard.press('Escape')

  // The widest path is the one most took; the only step where somebody waits is warm.
  const width = (key: string) =>
    page
      .locator(`[data-id="${key}"] path.react-flow__edge-path`)
      .evaluate((path) => getComputedStyle(path).strokeWidth)
  expect(await width('start:entered')).toBe('6px')
  expect(Number.parseFloat(await width('asks:yes'))).toBeLessThan(4)
  await expect(step(page, 'month')).toHaveAttribute('data-warm')
  await expect(step(page, 'week')).not.toHaveAttribute('data-warm')

  await signUp(relance, ['Dora'], '2026-03-09T11:00:00Z')
  await expect(step(page, 'week')).toContainText('1 waiting')
})

test('an older version is looked at as its people walk it, and figures of a version or of some days count those alone', async ({
  page,
}) => {
  const workspace = 'Two versions'
  const relance = await testWorkspace(workspace, START)
  const flowId = await publishParting(relance)
  await signUp(relance, ['Ann', 'Ben'], START)
  await relance.advance('2026-03-12T10:00:00Z')
  const draft = await relance.call<{ graph: { nodes: { id: string; config: object }[] } }>(
    'GET',
    `/api/flows/${flowId}/draft`,
  )
  for (const node of draft.graph.nodes)
    if (node.id === 'week') node.config = { for: 'P10D', since: 'here' }
  await relance.call('PUT', `/api/flows/${flowId}/draft`, draft)
  await relance.call('POST', `/api/flows/${flowId}/publish`, { people: 'finish' })
  await signUp(relance, ['Cleo', 'Louis', 'Dora'], '2026-03-12T10:00:00Z')
  await signUp(relance, ['Louis'], '2026-03-12T10:00:00Z')
  await relance.advance('2026-03-12T10:01:00Z')

  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}/live`)
  const week = step(page, 'week')
  await expect(week).toContainText('10 days')
  await expect(week).toContainText('4 waiting')
  await expect(page.getByText('Whoever walks version 2')).toBeVisible()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(step(page, 'start')).toContainText('6')
  await page.getByRole('button', { name: '7 days', exact: true }).click()
  await expect(step(page, 'start')).toContainText('4')
  await expectAccessible(page, 'figures of seven days')

  await page.getByRole('combobox', { name: 'Version drawn' }).click()
  await page.getByRole('option', { name: 'v1 · nobody inside' }).click()
  await expect(week).toContainText('7 days')
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveCount(0)
  await expect(shown(page, 'start').filter({ hasText: 'entered' })).toContainText('0')
  await page.getByRole('button', { name: 'This version' }).click()
  await expect(shown(page, 'asks').filter({ hasText: 'entered' })).toContainText('2')
  // The address says it all: it can be kept, and handed on.
  await page.reload()
  await expect(week).toContainText('7 days')
  await shown(page, 'asks').filter({ hasText: 'entered' }).click()
  await expect(people(page)).toHaveCount(2)
  await expect(page.getByRole('dialog')).toContainText('Whoever walks version 1')

  // What was published before is the draft again, in whole or in part, and one press takes it back.
  await page.goto(`/scenarios/${flowId}`)
  await expect(week).toContainText('10 days')
  await page.getByRole('button', { name: 'Versions' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions' })
  await expect(versions).toContainText('Same as version 2')
  await versions.getByRole('button', { name: 'Version 1' }).click()
  await expect(versions).toContainText('The draft differs in one thing')
  await expectAccessible(page, 'versions')
  await versions.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(versions).toContainText('Same as version 1')
  await page.keyboard.press('Escape')
  await expect(week).toContainText('7 days')
  await page.keyboard.press('Control+z')
  await expect(week).toContainText('10 days')
  await page.getByRole('button', { name: 'Versions' }).click()
  await versions.getByRole('button', { name: 'Version 1' }).click()
  await versions.getByRole('button', { name: 'Make this the draft' }).click()
  await expect(versions).toHaveCount(0)
  await expect(week).toContainText('7 days')
  await expect(page.getByText('Draft saved')).toBeVisible()
})

test('a publisher skips a wait, moves and ends people behind a figure, each with a reason that is kept', async ({
  page,
}) => {
  const workspace = 'By hand'
  const relance = await testWorkspace(workspace, START)
  const flowId = await publishParting(relance)
  await signUp(relance, ['Ann', 'Ben', 'Cleo'], START)
  await relance.advance('2026-03-02T10:01:00Z')
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}/live`)
  await step(page, 'week')
    .getByRole('button', { name: /waiting/ })
    .click()
  await expect(people(page)).toHaveCount(3)
  const act = async (name: string, what: string, reason: string, go: string) => {
    const row = people(page).filter({ hasText: name })
    await row.getByText('Move, skip or end').click()
    await row.getByRole('button', { name: what }).click()
    if (what === 'Move to another step') {
      await row.getByRole('combobox', { name: 'To which step?' }).click()
      await page.getByRole('option', { name: '4. Wait 30 days' }).click()
    }
    await expect(row.getByRole('button', { name: go, exact: true }).last()).toBeDisabled()
    await row.getByLabel('Why?').fill(reason)
    await row.getByRole('button', { name: go, exact: true }).last().click()
    await expect(row).toHaveCount(0)
  }
  await act('Ann', 'Skip the wait', 'Wrote to us', 'Skip the wait')
  await act('Ben', 'Move to another step', 'Known already', 'Move')
  await act('Cleo', 'End for this person', 'Asked to', 'End')
  const told = async (name: string) => {
    const [run] = await relance.enrolments(flowId, `${name}-${START}`)
    const trace = await relance.call<Listed<{ words: string }>>(
      'GET',
      `/api/enrolments/${run?.id}/trace`,
    )
    return trace.items.map(({ words }) => words).join('\n')
  }
  await expect.poll(() => told('Ann-0')).toContain('By hand: Wrote to us.')
  await expect.poll(() => told('Ben-1')).toContain('Moved to another step by hand: Known already.')
  await expect.poll(() => told('Cleo-2')).toContain('Taken out by hand: Asked to.')
  expect(await relance.enrolments(flowId, `Ben-1-${START}`)).toMatchObject([{ nodeId: 'month' }])
})
