import { expect, type Locator } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { customers, inboxes, mailOf } from './support/readers'
import { testWorkspace } from './support/relance'
import { colleague, openWorkspace, test } from './support/sign-in'

/** A Monday, 11:00 in Paris. */
const START = '2026-03-02T10:00:00Z'

test('a newsletter is made in one page, approved by two people, paused, gone on with, and cancelled for whoever is left', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Newsletters by hand'
  const relance = await testWorkspace(workspace, START)
  const readers = ['nora', 'nils', 'nina']
  await customers(relance, readers, START)
  await relance.advance('2026-03-02T10:01:00Z')
  await openWorkspace(page, relance, workspace)
  await page.goto('/newsletters/new')
  await page.getByLabel('Name').fill('Spring news')
  const go = page.getByRole('button', { name: 'Continue' })
  await expect(go).toBeDisabled()
  await page.getByRole('combobox', { name: 'Mail', exact: true }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'How fast' }).click()
  await page.getByRole('option', { name: 'so many an hour' }).click()
  await page.getByLabel('People').fill('1')
  await expectAccessible(page, 'a new newsletter')
  await go.click()

  await expect(page.getByRole('heading', { name: 'Sendings of “Spring news”' })).toBeVisible()
  const flowId = page.url().match(/scenarios\/([^/]+)/)?.[1]
  await expect(page.getByText('3 people are in it now')).toBeVisible()
  // What one approves is there to be looked at.
  const says = 'On 3 March 2026, 09:00, for whoever agrees to emails, 1 an hour'
  await expect(page.getByText(says)).toBeVisible()
  const approvals = page.getByRole('region', { name: 'Before it leaves' })
  await expect(approvals.getByRole('link')).toHaveAttribute('href', /^\/messages\/[0-9a-f-]{36}$/)
  const schedule = page.getByRole('button', { name: 'Schedule the sending' })
  await expect(schedule).toBeDisabled()
  await page.getByRole('button', { name: 'Approve · Content' }).click()
  await expect(page.getByText('Approved by Test')).toBeVisible()
  await expect(schedule).toBeDisabled()
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const { page: louis, context } = await colleague(browser, relance, 'Louis')
  await openWorkspace(louis, relance, workspace)
  await louis.goto(`/scenarios/${flowId}/sendings`)
  await louis.getByRole('button', { name: 'Approve · Target' }).click()
  await expect(louis.getByText('Approved by Louis')).toBeVisible()
  await context.close()
  await page.reload()
  await expect(page.getByText('Approved by Louis')).toBeVisible()
  await schedule.click()
  await expect(page.getByText('Next one: 3 Mar, 09:00')).toBeVisible()

  await relance.advance('2026-03-03T08:00:30Z')
  const come = page.getByText('Sent to 1 of 3')
  await expect(come).toBeVisible()
  // How far it has come stands above who approved it.
  const top = async (place: Locator) => (await place.boundingBox())?.y
  expect(await top(come)).toBeLessThan((await top(approvals)) ?? 0)
  await expectAccessible(page, 'a newsletter under way')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('paused', { exact: true })).toBeVisible()
  await relance.advance('2026-03-03T09:30:00Z')
  expect((await inboxes(readers)).filter((mails) => mails > 0)).toHaveLength(1)
  // Going on mails many people at one press: it is asked, with how many and how fast.
  await page.getByRole('button', { name: 'Go on' }).click()
  const goOn = page.getByRole('dialog', { name: 'Go on with the sending' })
  await expect(goOn).toContainText('2 people are still to be sent to.')
  await expect(goOn).toContainText('They go from now on, 1 an hour.')
  await expectAccessible(page, 'going on with a newsletter')
  await goOn.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await relance.advance('2026-03-03T10:45:00Z')
  await expect(page.getByText('Sent to 2 of 3')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel…' }).click()
  const question = page.getByRole('dialog', { name: 'Cancel this sending' })
  await expect(question).toContainText('1 person has not been sent to and will get nothing')
  await expectAccessible(page, 'cancelling a newsletter')
  await question.getByRole('button', { name: 'Cancel the sending' }).click()
  await expect(page.getByText('1 person is spared')).toBeVisible()
  await expect(page.getByText('cancelled', { exact: true })).toBeVisible()
  // Each figure opens as many people as it says, and what is done offers nothing more.
  await page.getByRole('button', { name: 'Sent to 2 of 3' }).click()
  await expect(page.getByRole('dialog', { name: 'Sent to' }).getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '1 spared' }).click()
  const spared = page.getByRole('dialog', { name: 'Spared' })
  await expect(spared.getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page, 'people a cancellation spared')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Cancel…' })).toHaveCount(0)
  await relance.advance('2026-03-04T10:00:00Z')
  expect((await inboxes(readers)).sort()).toEqual([0, 1, 1])
  await page.goto(`/scenarios/${flowId}`)
  await expect(page.locator('[data-step="start"]')).toContainText('On 3 March 2026, 09:00')
})

test('a newsletter that is cancelled before its first sending reaches nobody, and is seen as cancelled', async ({
  page,
}) => {
  const workspace = 'Called off'
  const relance = await testWorkspace(workspace, START)
  await customers(relance, ['cleo'], START)
  const { id: template } = await mailOf(relance, 'welcome')
  const nodes = [
    { id: 'start', type: 'on-schedule', config: { at: '2026-03-03T08:00:00Z' } },
    { id: 'mail-1', type: 'send-email', config: { template } },
    { id: 'over', type: 'end', config: { as: 'exit', reason: 'over' } },
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'mail-1' },
    { from: 'mail-1', exit: 'sent', to: 'over' },
  ]
  const { id: flowId } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...{ name: 'Called off', graph: { nodes, edges } },
    settings: { goal: 'none', typology: 'information' },
  })
  for (const kind of ['content', 'target'])
    await relance.call('POST', `/api/flows/${flowId}/approvals`, { kind })
  await relance.call('POST', `/api/flows/${flowId}/publish`, { people: 'finish' })
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}/sendings`)
  await page.getByRole('button', { name: 'Cancel…' }).click()
  const question = page.getByRole('dialog', { name: 'Cancel this newsletter' })
  await expect(question).toContainText('It was to leave on 3 Mar, 09:00. Nobody gets it')
  await expectAccessible(page, 'cancelling a newsletter before it begins')
  await question.getByRole('button', { name: 'Cancel the newsletter' }).click()
  await expect(page.getByRole('heading', { name: /^Cancelled by Test/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await relance.advance('2026-03-03T10:00:00Z')
  expect(await inboxes(['cleo'])).toEqual([0])
  await page.goto('/')
  await expect(page.getByRole('row', { name: /Called off/ })).toContainText('Cancelled')
})
