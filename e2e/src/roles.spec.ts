import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { testWorkspace } from './support/relance'
import { openWorkspace, test } from './support/sign-in'

/** What each panel of the settings writes to, with nothing in it: it says 403, or refuses or takes nothing. */
const WRITES: Record<string, [method: string, path: string]> = {
  workspace: ['PATCH', '/api/workspaces/{id}'],
  'currency-rates': ['PUT', '/api/currency-rates'],
  members: ['POST', '/api/members'],
  sender: ['POST', '/api/sender/check'],
  providers: ['PUT', '/api/sender/providers'],
  sending: ['POST', '/api/sending/resume'],
  pressure: ['PATCH', '/api/workspaces/{id}'],
  topics: ['PATCH', '/api/workspaces/{id}'],
  reports: ['PATCH', '/api/workspaces/{id}'],
  brand: ['PUT', '/api/brand'],
  scores: ['PATCH', '/api/workspaces/{id}'],
  inactivity: ['POST', '/api/inactivity-definitions'],
  behaviour: ['PATCH', '/api/workspaces/{id}'],
  feed: ['PUT', '/api/catalogue/feed'],
  recommendations: ['PATCH', '/api/workspaces/{id}'],
}

/** Whether the server takes something from whoever sits at the browser. */
async function takes(page: Page, workspaceId: string, method: string, path: string) {
  const answer = await page.request.fetch(path.replace('{id}', workspaceId), {
    ...{ method, data: {} },
    headers: { 'relance-workspace': workspaceId },
  })
  return answer.status() !== 403
}

/** The panels that can be used, of all that stand there. */
async function panelsOf(page: Page) {
  const panels = page.locator('[data-panel]')
  await expect(panels).toHaveCount(Object.keys(WRITES).length)
  return panels.evaluateAll((all) =>
    all.map((panel) => {
      const parts = [...panel.querySelectorAll('input, button, select, textarea')]
      return {
        name: panel.getAttribute('data-panel') ?? '',
        isOpen: parts.some((part) => !part.matches(':disabled')),
        says: panel.textContent?.includes('Only owners') ?? false,
      }
    }),
  )
}

for (const role of ['viewer', 'editor', 'publisher', 'owner'] as const) {
  test(`each panel of the settings is open to a role exactly where the server takes it: ${role}`, async ({
    page,
  }) => {
    const name = `Roles ${role}`
    const relance = await testWorkspace(name, '2026-03-02T10:00:00Z')
    await openWorkspace(page, relance, name, role)
    await page.goto('/settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    const panels = await panelsOf(page)
    for (const { name: panel, isOpen, says } of panels) {
      const [method, path] = WRITES[panel] ?? ['', '']
      const isTaken = await takes(page, relance.workspaceId, method, path)
      expect(`${panel}: ${isOpen} ${says}`).toBe(`${panel}: ${isTaken} ${!isTaken}`)
    }
    await expectAccessible(page, `settings of ${role}`)
  })
}

/** Pages, with what somebody who draws presses there, how the page says it has arrived, and the route behind the acts. */
const ACTS = [
  {
    ...{ path: '/', arrives: 'Start from a template', route: '/api/flows' },
    acts: ['New newsletter', 'Import', 'New scenario'],
  },
  {
    ...{ path: '/messages', arrives: 'Messages', route: '/api/mail-templates' },
    acts: ['New newsletter', 'New email'],
  },
  {
    ...{ path: '/segments', arrives: 'Ready to keep', route: '/api/segments' },
    acts: ['New segment', 'Keep it'],
  },
  {
    ...{ path: '/segments/new', arrives: 'New segment', route: '/api/segments' },
    acts: ['Add a condition'],
  },
  {
    ...{ path: '/customers', arrives: 'No customers yet', route: '/api/imports' },
    acts: ['Import customers', 'New segment'],
  },
  { path: '/imports', arrives: 'Imports', route: '/api/imports', acts: ['Sample data'] },
  {
    ...{ path: '/newsletters/new', arrives: 'New newsletter', route: '/api/flows' },
    acts: ['For'],
  },
  {
    ...{ path: '/templates/cart-abandonment', arrives: 'Cart abandonment', route: '/api/flows' },
    acts: ['Use this template'],
  },
]

/** Whether something to press or choose from, whose name begins so, is there and can be used. */
async function canPress(page: Page, name: string) {
  const named = { name: new RegExp(`^${name}`) }
  const main = page.getByRole('main')
  const parts = main
    .getByRole('button', named)
    .or(main.getByRole('link', named))
    .or(main.getByRole('combobox', named))
  const all = await parts.all()
  return (await Promise.all(all.map((part) => part.isEnabled()))).includes(true)
}

test('whoever only looks sees nothing to press that the server refuses, on the pages where others make things', async ({
  page,
}) => {
  const name = 'Roles looking on'
  const relance = await testWorkspace(name, '2026-03-02T10:00:00Z')
  for (const role of ['editor', 'viewer'] as const) {
    await openWorkspace(page, relance, name, role)
    for (const { path, arrives, route, acts } of ACTS) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: arrives }).first()).toBeVisible()
      const isTaken = await takes(page, relance.workspaceId, 'POST', route)
      expect(isTaken).toBe(role === 'editor')
      for (const act of acts)
        await expect.poll(() => canPress(page, act), { message: `${path}: ${act}` }).toBe(isTaken)
      await expectAccessible(page, `${path} of ${role}`)
    }
  }
  for (const path of [
    '/imports',
    '/segments/new',
    '/newsletters/new',
    '/templates/cart-abandonment',
  ]) {
    await page.goto(path)
    await expect(page.getByText('Your role lets you look at this')).toBeVisible()
  }
})
