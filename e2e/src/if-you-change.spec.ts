import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step } from './support/canvas'
import { address } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const FILLED = '2026-03-02T10:00:00Z'

/** Three leave a cart; one of them orders after forty minutes. */
async function threeCarts(relance: Relance, name: string) {
  await withSegment(relance, (analytics) => {
    const timestamp = new Date(FILLED)
    for (const who of ['one', 'two', 'three']) {
      const userId = `${name}-${who}`
      const traits = { email: address(userId), firstName: who, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      const properties = { cart_id: userId, product_id: 'p', name: 'Print', price: 10, quantity: 1 }
      analytics.track({ userId, event: 'Product Added', properties, timestamp })
    }
  })
  await relance.advance('2026-03-02T10:40:00Z')
  await withSegment(relance, (analytics) => {
    const userId = `${name}-one`
    const properties = { order_id: `${userId}-o`, cart_id: userId, revenue: 10, products: [] }
    const timestamp = new Date('2026-03-02T10:40:00Z')
    analytics.track({ userId, event: 'Order Completed', properties, timestamp })
  })
  await relance.advance('2026-03-02T12:00:00Z')
}

const effect = (page: Page) => page.locator('[data-effect]')

const setLength = (page: Page, label: string, n: string) =>
  page.getByLabel(`${label}: how many`).fill(n)

test('what a trigger’s or a wait’s value would have changed in the last 30 days is said beside it, without a press', async ({
  page,
}) => {
  const workspace = 'If you change this'
  const relance = await testWorkspace(workspace, FILLED)
  const flowId = await publishTemplate(relance, 'cart-abandonment', 'en')
  await threeCarts(relance, 'change')
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await step(page, 'start').click()
  await expect(effect(page)).toContainText('Nothing differs from the live version.')

  await setLength(page, 'Idle for', '60')
  await expect(effect(page)).toContainText(
    'With 60 minutes, 2 people would have entered in the last 30 days; as it is live, 3.',
  )
  await expectAccessible(page, 'what a value would change')
  // Typed on: the answer to the value before is gone at once, and the next one comes.
  await setLength(page, 'Idle for', '20')
  await expect(effect(page)).not.toContainText('60 minutes')
  await expect(effect(page)).toContainText('With 20 minutes, 3 people would have entered')

  await step(page, 'day-1').click()
  await expect(effect(page)).toContainText('Nothing differs from the live version.')
  await setLength(page, 'Wait', '1')
  await expect(effect(page)).toContainText('2 people would have gone on sooner')
  await expect(effect(page)).toContainText(
    'Of the 2 people who wait here now, 2 would go on at once if moved to this version.',
  )
})

test('beside each figure of the last 30 days stands the live version’s, and the difference is on the cards as text', async ({
  page,
}) => {
  const workspace = 'Against the live version'
  const relance = await testWorkspace(workspace, FILLED)
  const flowId = await publishTemplate(relance, 'cart-abandonment', 'en')
  await threeCarts(relance, 'against')
  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, {
    reports: { thousandEmailsCents: 100_000 },
  })
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await step(page, 'start').click()
  await setLength(page, 'Idle for', '60')
  await page.goto(`/scenarios/${flowId}/try`)
  const panel = page.getByRole('complementary', { name: 'Try with a real customer' })
  await panel.getByRole('button', { name: 'Last 30 days' }).click()
  await panel.getByRole('button', { name: 'Work out the last 30 days' }).click()
  const row = (figure: string) => panel.locator(`[data-compared=${figure}]`)
  await expect(row('entered').getByRole('cell')).toHaveText(['2', '3', '−1'])
  await expect(row('cost').getByRole('cell').last()).toContainText('−')
  await expect(panel.getByRole('columnheader', { name: 'Live · v1' })).toBeVisible()
  await expect(step(page, 'start').locator('[data-reckoned]')).toContainText('≈ 2 −1')
  await expectAccessible(page, 'the last 30 days beside the live version')
})

test('a condition says which way people would have gone, and before the first version that nothing is live to compare with', async ({
  page,
}) => {
  const workspace = 'Nothing live yet'
  const relance = await testWorkspace(workspace, FILLED)
  const graph = {
    nodes: [
      { id: 'start', type: 'on-event', config: { event: 'Product Added' } },
      {
        id: 'ordered',
        type: 'condition',
        config: {
          branches: [
            {
              exit: 'yes',
              label: 'Has ordered',
              rule: { event: 'Order Completed' },
            },
          ],
          otherwise: { exit: 'no', label: 'Not yet' },
        },
      },
      { id: 'bought', type: 'end', config: { as: 'exit', reason: 'bought' } },
      { id: 'left', type: 'end', config: { as: 'exit', reason: 'left' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'ordered' },
      { from: 'ordered', exit: 'yes', to: 'bought' },
      { from: 'ordered', exit: 'no', to: 'left' },
    ],
  }
  const { id: flowId } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...{ name: 'Which way', graph, settings: { goal: 'none' } },
  })
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await step(page, 'start').click()
  await expect(effect(page)).toContainText('nobody did what this trigger looks at')

  await threeCarts(relance, 'which')
  await page.reload()
  await step(page, 'ordered').click()
  await expect(effect(page)).toContainText('Of the 3 people who would have come here')
  await expect(effect(page).locator('[data-exit=no]')).toHaveText('3 by “Not yet”')
  await expect(effect(page)).toContainText('there is nothing to compare with')
})
