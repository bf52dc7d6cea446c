import { expect, type Page } from '@playwright/test'
import { mailsTo } from './support/inbox'
import { clickButton, openMail, regularBuyer, visit } from './support/regular-buyer'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

/** Kinds of the lines on one side of a row. */
const kinds = (page: Page, place: number, side: number) =>
  page
    .locator(`[data-lane="${place}"] > :nth-child(${side}) [data-kind]`)
    .evaluateAll((all) => all.map((one) => one.dataset.kind))

test('S16 a run is told from both sides, in order, each thing with its instant; so is its scenario, and both print', async ({
  page,
}) => {
  const { relance, flowId, email } = await regularBuyer('both-sides')
  await visit(relance, 'both-sides', '2026-03-02T10:00:00Z', ['nature'])
  await relance.advance('2026-03-16T12:00:00Z')
  await openMail((await mailsTo(email))[0]?.html ?? '')
  await relance.advance('2026-03-23T15:00:00Z')
  await clickButton((await mailsTo(email))[1]?.html ?? '')
  await relance.advance('2026-03-23T16:00:00Z')
  await withSegment(relance, (analytics) => {
    const timestamp = new Date('2026-03-23T16:00:00Z')
    const properties = { order_id: 'o-3', revenue: 60 }
    analytics.track({ userId: 'both-sides', event: 'Order Completed', properties, timestamp })
  })
  await relance.advance('2026-03-23T17:00:00Z')
  const [run] = await relance.enrolments(flowId, 'both-sides')
  expect(run).toMatchObject({ endReason: 'goal' })

  await openWorkspace(page, relance, 'declining, both-sides')
  await page.goto(`/customers/${await relance.contactId('both-sides')}`)
  await page.getByRole('link', { name: 'Both sides' }).click()
  const rows = page.locator('[data-lane]')
  await expect(rows).toHaveCount(6)
  const told = async () =>
    Promise.all(
      (await rows.all()).map(async (row, place) => [
        (await row.getByRole('rowheader').textContent())?.trim(),
        await kinds(page, place, 1),
        await kinds(page, place, 3),
      ]),
    )
  expect(await told()).toMatchObject([
    ['2 Mar, 11:00', ['visit'], expect.arrayContaining(['recognised'])],
    ['16 Mar, 11:00', ['silence'], expect.arrayContaining(['counter', 'send'])],
    ['16 Mar, 13:00', ['open'], ['stored']],
    ['23 Mar, 11:00', ['silence'], expect.arrayContaining(['counter', 'send'])],
    ['23 Mar, 16:00', ['click'], ['stored']],
    ['23 Mar, 17:00', ['order'], expect.arrayContaining(['goal'])],
  ])
  await expect(rows.nth(1)).toContainText('Silence: 14 days')
  await expect(rows.nth(3)).toContainText('Silence: 7 days')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(rows.last()).toBeVisible()
  await page.emulateMedia({ media: null })

  await page.goto(`/scenarios/${flowId}/sides`)
  const step = (id: string) => page.locator(`[data-lane="${id}"]`)
  await expect(step('away')).toContainText('1 person')
  await expect(step('away')).toContainText('half wait 14 days or longer')
  await expect(step('mail-1')).toContainText('After 14 days')
  await expect(step('mail-1')).toContainText('Receives “')
  await expect(step('mail-2')).toContainText('After 21 days')
})
