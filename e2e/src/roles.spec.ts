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
