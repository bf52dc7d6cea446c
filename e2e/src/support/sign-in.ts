import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { mailsTo } from './inbox'
import { credentials, type Page as Listed, Relance } from './relance'

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

async function ownerEmail(): Promise<string> {
  const { apiKey, writeKey } = credentials()
  const { items } = await new Relance(apiKey, writeKey).call<
    Listed<{ email: string; role: string }>
  >('GET', '/api/members')
  const owner = items.find(({ role }) => role === 'owner')
  if (!owner) throw new Error('the workspace has no owner')
  return owner.email
}

/** Asks for a sign-in link as a person does, takes it from the inbox, and opens it. */
async function signIn(page: Page): Promise<void> {
  const email = await ownerEmail()
  const before = (await mailsTo(email)).length
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('status')).toContainText(email)
  await expect.poll(async () => (await mailsTo(email)).length).toBeGreaterThan(before)
  const link = (await mailsTo(email)).at(-1)?.text.match(/https?:\S+\/sign-in\/link\S+/)?.[0]
  if (!link) throw new Error('the mail has no sign-in link')
  await page.goto(link)
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** Tests whose browser is signed in as the owner. A link works once, so each worker asks for one of its own. */
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

/** Opens the app and goes to a workspace by the switcher. */
export async function openWorkspace(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /^Workspace: / }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('button', { name: `Workspace: ${name}.` })).toBeVisible()
}
