import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { livedIn, settled } from './support/lived-in'
import { test } from './support/sign-in'

const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    code: 'internal',
    detail: 'Something failed on our side. Your work is safe.',
  }),
}

/** Answers what a page asks for first with a fault, until told otherwise. */
async function failing(page: Page, path: string | RegExp) {
  await page.route(path, (route) => route.fulfill(problem))
  return () => page.unroute(path)
}

const PAGES = [
  { path: '/', asks: /\/api\/flows(\?|$)/, says: 'Your scenarios could not be read.' },
  { path: '/customers', asks: /\/api\/contacts\?/, says: 'What belongs here could not be read.' },
  {
    path: '/customers/one',
    asks: /\/api\/contacts\/[0-9a-f-]{36}(\?|$)/,
    says: 'We could not read this record.',
    works: 'Its scenarios keep running.',
  },
  {
    path: '/segments',
    asks: /\/api\/segments(\?|$)/,
    says: 'What belongs here could not be read.',
  },
  {
    path: '/messages',
    asks: /\/api\/mail-templates(\?|$)/,
    says: 'What belongs here could not be read.',
  },
  {
    path: '/messages/figures',
    asks: /\/api\/reports\/messages(\?|$)/,
    says: 'What belongs here could not be read.',
  },
  { path: '/scores', asks: /\/api\/scores\/rfm/, says: 'What belongs here could not be read.' },
  { path: '/status', asks: /\/api\/status\/engine/, says: 'What belongs here could not be read.' },
  {
    path: '/developers',
    asks: /\/api\/events\?/,
    says: 'What belongs here could not be read.',
    works: 'Events that your shop sends are taken all the same.',
  },
]

test('a page whose data does not come says what failed and what still works, and asks again when pressed', async ({
  page,
}) => {
  test.slow()
  const { relance } = await livedIn(page, 'Nothing answers')
  const contact = await relance.contactId('axe')
  for (const { path, asks, says, works } of PAGES) {
    const mend = await failing(page, asks)
    await page.goto(path.replace('one', contact))
    const alert = page.getByRole('alert').filter({ hasText: says })
    await expect(alert.getByRole('heading', { name: says }), path).toBeVisible()
    await expect(alert, path).toContainText(works ?? 'scenarios that are live keep running')
    // Its code is for whoever looks for it.
    await expect(alert.getByText('internal · 500'), path).toBeHidden()
    await alert.getByText('Details').click()
    await expect(alert.getByText('internal · 500'), path).toBeVisible()
    await expectAccessible(page, `${path}, failed`)
    await mend()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(alert, path).toHaveCount(0)
  }
})

test('figures that cannot be asked for again are late, and say since when', async ({ page }) => {
  await livedIn(page, 'Late figures')
  await page.clock.install()
  await page.goto('/')
  const inside = page
    .getByRole('row', { name: /Cart abandonment/ })
    .getByRole('cell')
    .nth(2)
  await expect(inside).toHaveText('1')
  const mend = await failing(page, /\/api\/flows(\?|$)/)
  // The list is asked for again by itself; what fails is tried twice more before it counts as late.
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000)
      return page.getByText(/^Figures are late, last at \d\d:\d\d\./).count()
    })
    .toBe(1)
  await expect(inside).toHaveText('–')
  await expect(page.getByRole('link', { name: 'Cart abandonment', exact: true })).toBeVisible()
  await mend()
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000)
      return inside.textContent()
    })
    .toBe('1')
})

test('while an answer takes its time bars of the final size stand for it, and past 8 seconds that work is safe', async ({
  page,
}) => {
  await livedIn(page, 'Slow')
  await page.clock.install()
  await page.route(/\/api\/contacts\?/, () => undefined)
  await page.goto('/customers')
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  await page.clock.runFor(200)
  await expect(page.locator('[aria-busy=true] > div').first()).toBeVisible()
  await expect(page.getByText('Still loading. Your work is safe.')).toHaveCount(0)
  await page.clock.runFor(8_000)
  await expect(page.getByText('Still loading. Your work is safe.')).toBeVisible()
})

test('a rule that takes too long to count marks the condition at fault, keeps the last count with its time, and counts again when asked', async ({
  page,
}) => {
  const { relance } = await livedIn(page, 'Too slow')
  const rule = {
    and: [
      { event: 'Order Completed', within: 'P30D' },
      { event: 'visit', count: { op: '>=', value: 3 }, within: 'P12M' },
    ],
  }
  const { id } = await relance.call<{ id: string }>('POST', '/api/segments', {
    ...{ name: 'Rare', rule: { and: [rule.and[0]] } },
  })
  await page.goto(`/segments/${id}`)
  const now = page.getByRole('complementary', { name: 'Who is in it now' })
  await expect(now.getByText('person is in it now')).toBeVisible()
  await expect(page.locator('[data-slow]')).toHaveCount(0)
  await relance.call('PUT', `/api/segments/${id}`, { name: 'Rare', rule })
  await page.route('/api/segments/preview', (route) =>
    route.fulfill({
      ...{ status: 429, contentType: 'application/problem+json' },
      body: JSON.stringify({
        ...{ code: 'limit-reached', detail: 'This rule takes too long to count.' },
        ...{ reason: 'rule-too-slow', slow: ['rule.and.1'] },
      }),
    }),
  )
  await page.goto(`/segments/${id}`)
  await expect(now.getByRole('alert')).toContainText('This rule takes too long to count')
  await expect(now.getByRole('alert').getByRole('listitem')).toHaveText(/site/)
  await expect(now.getByText(/^people, as last counted on/)).toBeVisible()
  await expect(page.locator('[data-slow]')).toHaveCount(1)
  await expect(page.locator('[data-slow]')).toContainText('Takes too long to count')
  await expectAccessible(page, 'a rule that is too slow')
  await page.unroute('/api/segments/preview')
  await now.getByRole('button', { name: 'Count again' }).click()
  await expect(now.getByText('people are in it now')).toBeVisible()
  await expect(page.locator('[data-slow]')).toHaveCount(0)
})

test('a workspace without customers says how they come', async ({ page }) => {
  const { relance } = await livedIn(page, 'Nobody yet')
  expect(relance).toBeDefined()
  await page.route(/\/api\/contacts\?/, (route) =>
    route.fulfill({ json: { items: [], next: null } }),
  )
  await page.goto('/customers')
  await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Connect your shop' })).toBeVisible()
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Import customers' }).last(),
  ).toBeVisible()
})

test.describe('without what this browser keeps of the app', () => {
  test.use({ serviceWorkers: 'block' })

  test('the code of a page that does not come leaves the rest of the app standing', async ({
    page,
  }) => {
    await livedIn(page, 'No code')
    await page.goto('/')
    await settled(page)
    await page.route(/\/assets\/segments-page-/, (route) => route.abort())
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Segments' })
      .click()
    await expect(
      page
        .getByRole('alert')
        .getByRole('heading', { name: 'What belongs here could not be read.' }),
    ).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })
})
