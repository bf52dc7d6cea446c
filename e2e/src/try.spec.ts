import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step } from './support/canvas'
import { address, mailsTo } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const looks = (relance: Relance, userId: string, at: string) =>
  withSegment(relance, (analytics) => {
    const properties = { path: '/nature', section: 'nature' }
    analytics.page({ userId, name: 'nature', properties, timestamp: new Date(at) })
  })

/** Somebody who ordered twice, stopped visiting, got email 1, clicked in it and came back twice. */
async function whoCameBack(relance: Relance, userId: string): Promise<{ email: string }> {
  const email = address(userId)
  await withSegment(relance, (analytics) => {
    const traits = { email, firstName: 'Claire', lastName: 'Duchemin', consent: { email: true } }
    analytics.identify({ userId, traits, timestamp: new Date('2025-10-01T10:00:00Z') })
    for (const [order_id, at] of [
      [`${userId}-1`, '2025-10-01T10:00:00Z'],
      [`${userId}-2`, '2026-01-14T10:00:00Z'],
    ] as const) {
      const products = [{ product_id: 'p-1', category: 'portrait', price: 80 }]
      const properties = { order_id, revenue: 80, products }
      analytics.track({
        ...{ userId, event: 'Order Completed', properties, timestamp: new Date(at) },
      })
    }
  })
  return { email }
}

const openTry = async (page: Page, relance: Relance, workspace: string, flowId: string) => {
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}`)
  await expect(step(page, 'mail-1')).toBeVisible()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('complementary', { name: 'Try with a real customer' })).toBeVisible()
}

const messagesOf = async (relance: Relance, flowId: string) =>
  (await relance.call<{ items: object[] }>('GET', `/api/messages?flowId=${flowId}`)).items.length

test('UX14: a customer who clicked in email 1 and came back is seen to end there, and nothing is sent', async ({
  page,
}) => {
  const workspace = 'try a lived run'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const { email } = await whoCameBack(relance, 'duchemin')
  const flowId = await publishTemplate(relance, 'declining-activity', 'en')
  await looks(relance, 'duchemin', '2026-03-02T10:00:00Z')
  await relance.advance('2026-03-17T12:04:00Z')
  const [mail] = await mailsTo(email)
  const link = mail?.html.match(/href="([^"]+\/r\/[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
  expect((await fetch(link ?? '', { redirect: 'manual' })).status).toBe(302)
  for (const at of ['2026-03-18T09:00:00Z', '2026-03-20T09:00:00Z']) {
    await relance.advance(at)
    await looks(relance, 'duchemin', at)
  }
  await relance.advance('2026-03-24T10:00:00Z')
  const [sent, written] = [(await mailsTo(email)).length, await messagesOf(relance, flowId)]
  expect(sent).toBe(1)

  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, {
    reports: { thousandEmailsCents: 100_000 },
  })
  await openTry(page, relance, workspace, flowId)
  const panel = page.getByRole('complementary', { name: 'Try with a real customer' })
  await expect(panel.getByText('Nothing is sent, called or kept')).toBeVisible()
  await panel.getByRole('textbox').fill('Duchemin')
  await panel.getByRole('button', { name: /Claire Duchemin/ }).click()
  await panel.getByRole('combobox', { name: 'They come in' }).click()
  await page.getByRole('option', { name: /2 Mar 2026.*as they really did/ }).click()
  const asked = panel.locator('[data-tried=reacted]')
  await expect(asked).toContainText(/Clicked in “Personal selection”: once/)
  await expect(asked).toContainText(/Come back to the site since “Personal selection”: 2 times/)
  await expect(panel.locator('[data-end]')).toContainText(/came back/i)
  await expect(step(page, 'reacted')).toHaveAttribute('data-path', 'lit')
  await expect(step(page, 'mail-2')).toHaveAttribute('data-path', 'dim')
  await panel.locator('[data-tried=mail-1]').getByRole('button').last().click()
  await expect(page.getByRole('dialog').locator('iframe')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'Try')
  await panel.getByRole('button', { name: 'Last 30 days' }).click()
  await panel.getByRole('button', { name: 'Work out the last 30 days' }).click()
  const entries = await relance.enrolments(flowId, 'duchemin')
  const lately = entries.filter(({ enteredAt }) => enteredAt > '2026-02-22T10:00:00Z')
  await expect(panel.locator(`[data-entered="${lately.length}"]`)).toBeVisible()
  await expect(panel.getByText('Worked out on')).toBeVisible()
  await expect(panel.getByText(/The mails would have cost .*[1-9]/)).toBeVisible()
  await expectAccessible(page, 'Last 30 days')
  await panel.getByRole('button', { name: 'With a customer' }).click()
  await expect(panel.locator('[data-end], [data-tried]').first()).toBeVisible()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('o')
  await expect(page.getByRole('treeitem', { name: /On the path: 1/ })).toBeVisible()
  await expectAccessible(page, 'Try as an outline')
  expect([(await mailsTo(email)).length, await messagesOf(relance, flowId)]).toEqual([
    ...[sent, written],
  ])
})

test('what nobody can know yet is a choice, and another choice lights another path; saved as a check, it speaks up when a change leads elsewhere', async ({
  page,
}) => {
  const workspace = 'try the unknown'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const { email } = await whoCameBack(relance, 'unknown')
  const flowId = await publishTemplate(relance, 'declining-activity', 'en')
  await looks(relance, 'unknown', '2026-03-02T10:00:00Z')
  await relance.advance('2026-03-02T12:00:00Z')
  await openTry(page, relance, workspace, flowId)
  const panel = page.getByRole('complementary', { name: 'Try with a real customer' })
  await panel.getByRole('button', { name: /Claire Duchemin/ }).click()
  await expect(step(page, 'mail-2')).toHaveAttribute('data-path', 'lit')
  const choice = panel.locator('[data-choice^="reacted:1:fact:1"]')
  await expect(choice).toContainText('Assumed')
  await choice.getByRole('radio', { name: 'Yes' }).check()
  await expect(panel.locator('[data-end]')).toContainText(/came back/i)
  await expect(step(page, 'mail-2')).toHaveAttribute('data-path', 'dim')
  expect(await mailsTo(email)).toEqual([])
  expect(await messagesOf(relance, flowId)).toBe(0)

  await panel.getByRole('button', { name: 'Save as a check…' }).click()
  const saving = page.getByRole('dialog', { name: 'Save this path as a check' })
  await expect(saving).toContainText('End: came back.')
  await saving.getByRole('textbox', { name: 'Name' }).fill('Who clicks comes to an end')
  await saving.getByRole('radio', { name: 'Every step of the way' }).check()
  await expectAccessible(page, 'saving a check')
  await saving.getByRole('button', { name: 'Save the check' }).click()
  await panel.getByRole('button', { name: 'Checks' }).click()
  await expect(panel.getByText('1 of 1 pass')).toBeVisible()
  await expectAccessible(page, 'saved checks')

  // The two ways are mixed up: whoever reacted gets email 2.
  const draft = await relance.call<Draft>('GET', `/api/flows/${flowId}/draft`)
  draft.graph.edges = draft.graph.edges.map((edge) =>
    edge.from === 'reacted' ? { ...edge, exit: edge.exit === 'yes' ? 'no' : 'yes' } : edge,
  )
  await relance.call('PUT', `/api/flows/${flowId}/draft`, draft)
  await expect(panel.getByText('0 of 1 pass')).toBeVisible()
  await expect(panel.locator('[data-check=fails]')).toContainText('expected')
  await page.goto(`/scenarios/${flowId}`)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const publishing = page.getByRole('dialog', { name: 'Publish version 2' })
  await expect(publishing).toContainText('0 of 1 pass')
  await expect(publishing).toContainText('Who clicks comes to an end')
  const button = publishing.getByRole('button', { name: 'Publish version 2' })
  await expect(button).toBeDisabled()
  await expectAccessible(page, 'a check that fails')
  await publishing.getByRole('checkbox', { name: 'Publish although 1 check does not pass' }).check()
  await button.click()
  await expect(page.getByText('Live · v2')).toBeVisible()
})

interface Draft {
  graph: { edges: { from: string; exit: string; to: string }[] }
}
