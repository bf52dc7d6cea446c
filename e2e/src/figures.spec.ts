import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { busyShop } from './support/busy-shop'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

/** Sixteen people were written to; eight opened, four of them clicked, and two of those ordered soon after. */
async function shop(page: Page, name: string) {
  const relance = await testWorkspace(`Figures, ${name}`, START)
  await publishTemplate(relance, 'cart-abandonment')
  await busyShop(relance, name, START)
  await openWorkspace(page, relance, `Figures, ${name}`)
  return relance
}

/** Settings are the owners’ own. */
async function makeOwner(relance: Relance) {
  const path = '/api/members'
  const { items } = await relance.call<{ items: { email: string; role: string }[] }>('GET', path)
  for (const { email, role } of items)
    if (role === 'publisher') await relance.call('POST', path, { email, role: 'owner' })
}

/** The number a text begins with. */
const numberIn = async (of: Locator) => Number((await of.textContent())?.match(/\d+/)?.[0])
const list = (page: Page) => page.getByRole('dialog')

test('figures of a mail that was never sent stand under its own name', async ({ page }) => {
  const relance = await testWorkspace('Never sent', START)
  await publishTemplate(relance, 'cart-abandonment')
  const { items } = await relance.call<{ items: { id: string; name: string }[] }>(
    'GET',
    '/api/mail-templates?limit=200',
  )
  const mail = items.find(({ name }) => name === 'Cart: last call')
  await openWorkspace(page, relance, 'Never sent')
  await page.goto(`/messages/figures/mail/${mail?.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Cart: last call' })).toBeVisible()
})

test('S27 a figure opens the list of whom it counts, from which their page and their mail are one press away', async ({
  page,
}) => {
  await shop(page, 'lists')
  await page.goto('/messages')
  await page.getByRole('link', { name: 'Figures' }).click()
  const table = page.getByRole('table')
  const first = table.getByRole('row').nth(1)
  await expect(first).toContainText('4 clicks')
  await expectAccessible(page, 'figures')
  for (const figure of ['delivered', 'sent', 'uniqueOpens', 'totalOpens', 'totalClicks']) {
    const button = first.locator(`[data-figure=${figure}]`)
    // A share is of the sixteen who were written to.
    const count = figure === 'uniqueOpens' ? 8 : await numberIn(button)
    await button.click()
    const rows = list(page).getByRole('listitem')
    await expect(rows).toHaveCount(count)
    await expect(list(page)).toContainText(`${count} entries`)
    await page.keyboard.press('Escape')
    await expect(list(page)).toBeHidden()
  }
  await first.locator('[data-figure=reactivity]').click()
  await expect(list(page)).toContainText('8 entries · 4 of them clicked')
  await expect(list(page).getByText(/^clicked /)).toHaveCount(4)
  await page.keyboard.press('Escape')
  // Whoever ordered without a click has reached it, too.
  await first.locator('[data-figure=ownGoals]').click()
  await expect(list(page).getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await first.locator('[data-figure=revenueCents]').click()
  await expect(list(page)).toContainText('2 entries · €136')
  await expect(list(page)).toContainText('within 7 days before')
  await expect(list(page).getByRole('listitem').first()).toContainText('Order o-4')
  await expectAccessible(page, 'the orders behind revenue')
  await list(page).getByRole('button', { name: 'See the email' }).first().click()
  await expect(page.getByRole('dialog').last().locator('iframe')).toBeVisible()
  await page.keyboard.press('Escape')
  await list(page).getByRole('link', { name: 'Anna 5' }).click()
  await expect(page).toHaveURL(/\/customers\//)
  await expect(page.getByRole('heading', { name: 'Anna 5' })).toBeVisible()
})

test('where people clicked is marked on the mail, and told by a table too', async ({ page }) => {
  await shop(page, 'links')
  await page.goto('/messages/figures')
  await page.getByRole('table').getByRole('row').nth(1).getByRole('link').first().click()
  const map = page.getByRole('region', { name: 'Where people clicked' })
  const picture = map.frameLocator('iframe')
  const marked = picture.locator('a[data-heat="4"]')
  await expect(marked).toHaveCount(1)
  await expect(marked).toHaveAttribute('data-label', '100% · 4')
  await expect(marked).not.toHaveAttribute('href', /./)
  const row = map.getByRole('table').getByRole('row').nth(1)
  await expect(row).toContainText('100%')
  await row.locator('[data-figure=uniqueClicks]').click()
  await expect(list(page).getByRole('listitem')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'where people clicked')
  // Day by day: the same figures as a table.
  const chart = page.getByRole('region', { name: 'Over time' })
  await chart.getByRole('button', { name: 'Table' }).click()
  await expect(chart.getByRole('row').filter({ hasText: '2 Mar' })).toContainText('16')
  await chart.getByRole('button', { name: 'Month' }).click()
  await expect(chart.getByRole('row').filter({ hasText: 'March 2026' })).toContainText('16')
})

test('the window of credit and the goals are changed in the settings, and the figures follow', async ({
  page,
}) => {
  const relance = await shop(page, 'goals')
  await makeOwner(relance)
  await withSegment(relance, (analytics) => {
    for (const n of [0, 8]) {
      const timestamp = new Date('2026-03-05T10:00:00Z')
      analytics.track({
        userId: `goals-${n}`,
        event: 'signed_up',
        properties: { fee: 20 },
        timestamp,
      })
    }
  })
  await relance.advance('2026-03-05T11:00:00Z')
  await page.goto('/messages/figures')
  await expect(page.getByText('within 7 days before')).toBeVisible()
  await page.getByRole('link', { name: 'Change' }).click()
  const form = page.locator('#settings-reports')
  await form.getByLabel('Goals beside orders').fill('signed_up')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.goto('/messages/figures')
  await expect(page.getByRole('columnheader', { name: 'signed_up' })).toBeVisible()
  const goal = page.getByRole('row').nth(1).locator('[title^=signed_up]')
  await expect(goal).toHaveText('2')
  await page.goto('/settings')
  await form.getByLabel('Amount of “signed_up”: property').fill('fee')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await expectAccessible(page, 'the money of a goal')
  await page.goto('/messages/figures')
  await expect(page.getByRole('row').nth(1)).toContainText('€40')
  await page.goto('/settings')
  await form.getByLabel('A click earns credit for').fill('1')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.goto('/messages/figures')
  await expect(page.getByText('within 1 day before')).toBeVisible()
  await expect(goal).toBeHidden()
  await page.getByRole('button', { name: 'Other dates' }).click()
  await page.getByLabel('First day').fill('2026-02-01')
  await page.getByLabel('Last day').fill('2026-02-28')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing was sent in these days.')).toBeVisible()
})

test('S26 by mode, figures tell how soon after the act interactive emails went, and whom they went to', async ({
  page,
}) => {
  const relance = await testWorkspace('Modes', START)
  const { items } = await relance.call<{ items: { id: string; key: string | null }[] }>(
    'GET',
    '/api/mail-templates?limit=200',
  )
  const template = items.find(({ key }) => key === 'welcome')?.id
  const graph = {
    nodes: [
      { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
      { id: 'mail', type: 'send-email', config: { template } },
      { id: 'over', type: 'end', config: { as: 'exit', reason: 'over' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'over' },
    ],
  }
  const asked = { name: 'Welcome', graph, settings: { goal: 'none' } }
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', asked)
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  await withSegment(relance, (analytics) => {
    for (const [userId, ago] of [
      ['soon', 30_000],
      ['late', 600_000],
    ] as const) {
      const timestamp = new Date(Date.parse(START) - ago)
      const traits = { email: `${userId}@modes.example`, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      analytics.track({ userId, event: 'Signed Up', timestamp })
    }
  })
  await relance.advance('2026-03-02T10:05:00Z')
  await openWorkspace(page, relance, 'Modes')
  await page.goto('/messages/figures')
  await page.getByRole('button', { name: 'Mode', exact: true }).click()
  const row = (mode: string) => page.getByRole('row').filter({ hasText: mode })
  await expect(row('Automated').locator('[data-figure=delivered]')).toHaveText('1')
  await expect(row('Interactive')).toContainText('100% within a minute')
  await row('Interactive').locator('[data-figure=interactive]').click()
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await expect(list(page)).toContainText('30 s after the act')
  await expectAccessible(page, 'the list behind interactive emails')
})
