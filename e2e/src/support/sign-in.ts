import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { address, mailsTo } from './inbox'
import { credentials, Relance } from './relance'

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

/** Who sits at the browser: somebody of this run's own. */
const person = address('draws')

type Role = 'viewer' | 'editor' | 'publisher' | 'owner'

const join = (relance: Relance, email = person, name = 'Test', role: Role = 'publisher') =>
  relance.call('POST', '/api/members', { email, name, role })

/** Asks for a sign-in link as a person does, takes it from the inbox, and opens it. */
async function signIn(page: Page, email = person, name = 'Test'): Promise<void> {
  const { apiKey, writeKey } = credentials()
  await join(new Relance(apiKey, writeKey), email, name)
  const before = (await mailsTo(email)).length
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('status')).toContainText(email)
  await expect.poll(async () => (await mailsTo(email)).length).toBe(before + 1)
  const link = (await mailsTo(email)).at(-1)?.text.match(/https?:\S+\/sign-in\/link\S+/)?.[0]
  if (!link) throw new Error('the mail has no sign-in link')
  await page.goto(link)
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** Tests whose browser is signed in. A link works once, so each worker asks for one of its own. */
export const test = base.extend<object, { signedIn: SignedIn }>({
  signedIn: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale } = project.use
      const context = await browser.newContext({ baseURL, locale })
      await signIn(await context.newPage())
      const state = await context.storageState()
      await context.close()
      await use(state)
    },
    { scope: 'worker' },
  ],
  storageState: ({ signedIn }, use) => use(signedIn),
})

/** Somebody else at a browser of their own, signed in and let into a workspace. */
export async function colleague(
  browser: Browser,
  relance: Relance,
  name: string,
  role: Role = 'publisher',
): Promise<{ page: Page; context: BrowserContext }> {
  const email = address(name.toLowerCase())
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await signIn(page, email, name)
  await join(relance, email, name, role)
  return { page, context }
}

/** Lets the person into a workspace, and goes there by the switcher. Settings are an owner's. */
export async function openWorkspace(
  page: Page,
  relance: Relance,
  name: string,
  role: Role = 'publisher',
): Promise<void> {
  await join(relance, person, 'Test', role)
  await page.goto('/')
  await page.getByRole('button', { name: /^Workspace: / }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  await expect(page.getByRole('button', { name: `Workspace: ${name}.` })).toBeVisible()
}
