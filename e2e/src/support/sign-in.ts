import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { address, mailsTo } from './inbox'
import { credentials, Relance } from './relance'

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

/** Who sits at the browser: somebody of this run's own. */
const person = address('draws')

const join = (relance: Relance) =>
  relance.call('POST', '/api/members', { email: person, name: 'Test', role: 'publisher' })

/** Asks for a sign-in link as a person does, takes it from the inbox, and opens it. */
async function signIn(page: Page): Promise<void> {
  const { apiKey, writeKey } = credentials()
  await join(new Relance(apiKey, writeKey))
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('status')).toContainText(person)
  await expect.poll(async () => (await mailsTo(person)).length).toBe(1)
  const link = (await mailsTo(person))[0]?.text.match(/https?:\S+\/sign-in\/link\S+/)?.[0]
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

/** Lets the person into a workspace, and goes there by the switcher. */
export async function openWorkspace(page: Page, relance: Relance, name: string): Promise<void> {
  await join(relance)
  await page.goto('/')
  await page.getByRole('button', { name: /^Workspace: / }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('button', { name: `Workspace: ${name}.` })).toBeVisible()
}
