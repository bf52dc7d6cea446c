import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

test('nobody is known yet: the way in is a press away; a ready segment is kept, and narrows the list of customers', async ({
  page,
}) => {
  const workspace = 'Saved views'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  await openWorkspace(page, relance, workspace)
  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible()
  await expectAccessible(page, 'no customers')

  await withSegment(relance, (analytics) => {
    for (const [userId, orders] of [
      ['ann', 2],
      ['ben', 1],
    ] as const) {
      analytics.identify({ userId, traits: { firstName: userId } })
      for (let n = 1; n <= orders; n++)
        analytics.track({
          userId,
          event: 'Order Completed',
          properties: { order_id: `${userId}-${n}`, revenue: 10 },
          timestamp: new Date('2026-03-01T10:00:00Z'),
        })
    }
  })
  await page.getByRole('link', { name: 'Segments', exact: true }).click()
  const ready = page.getByRole('region', { name: 'Ready to keep' })
  const loyal = ready.getByRole('listitem').filter({ hasText: 'Loyal customers' })
  await expect(loyal).toContainText('1 person now')
  await expectAccessible(page, 'ready segments')
  await loyal.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Loyal customers' })).toBeVisible()
  await expect(loyal).toHaveCount(0)

  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  const people = page.getByRole('table').getByRole('link')
  await expect(people).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Show' }).click()
  await page.getByRole('option', { name: 'Loyal customers' }).click()
  await expect(people).toHaveText(['ann'])
})
