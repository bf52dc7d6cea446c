import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { address, mailsTo } from './support/inbox'
import { customers, inboxes, mailOf } from './support/readers'
import { type Relance, testWorkspace } from './support/relance'
import { openWorkspace, test } from './support/sign-in'

/** A Monday, 11:00 in Paris. */
const START = '2026-03-02T10:00:00Z'

/** Whoever signs up gets a mail at once. Live. */
async function welcome(relance: Relance): Promise<string> {
  const { id: template } = await mailOf(relance, 'welcome')
  const nodes = [
    { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
    { id: 'mail-1', type: 'send-email', config: { template } },
    { id: 'over', type: 'end', config: { as: 'exit', reason: 'over' } },
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'mail-1' },
    { from: 'mail-1', exit: 'sent', to: 'over' },
  ]
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...{ name: 'Welcome', graph: { nodes, edges } },
    settings: { goal: 'none' },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}

const toast = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()

test('a send that went wrong names whom it hit; exactly those get one apology, and there is no second one to press for', async ({
  page,
}) => {
  const workspace = 'Gone wrong'
  const relance = await testWorkspace(workspace, START)
  const flowId = await welcome(relance)
  const hit = ['oda', 'otto', 'olga']
  await customers(relance, hit, START, 'Signed Up')
  await customers(relance, ['spared'], START)
  await relance.advance('2026-03-02T10:05:00Z')
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${flowId}/steps/mail-1/oops`)
  await expect(page.getByText('3 people got it')).toBeVisible()
  const apologise = page.getByRole('button', { name: /^(Apologise|Nobody to)/ })
  await expect(apologise).toBeDisabled()
  await page.getByText('A serious fault').click()
  await expect(page.getByRole('combobox', { name: 'The apology goes to' })).toContainText('all 3')
  await expect(page.getByText('It goes to 3 people')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See the mail' })).toBeVisible()
  await expectAccessible(page, 'a send that went wrong')
  await expect(apologise).toHaveText('Apologise to 3 people')
  await apologise.click()
  await toast(page, 'The apology goes to 3 people')
  await relance.advance('2026-03-02T10:10:00Z')
  await expect.poll(() => inboxes([...hit, 'spared'])).toEqual([2, 2, 2, 0])
  await page.getByRole('button', { name: 'For 3 people' }).click()
  const chosen = page.getByRole('dialog', { name: 'Chosen for the apology' })
  await expect(chosen.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '3 have got it' })).toBeVisible()
  await expect(apologise).toHaveText('Nobody to apologise to')
  await expect(apologise).toBeDisabled()
  await relance.advance('2026-03-02T10:15:00Z')
  expect(await inboxes([...hit, 'spared'])).toEqual([2, 2, 2, 0])

  await page.getByText('A wrong price').click()
  await apologise.click()
  await toast(page, '3 customers wait for an answer')
  await page.goto('/')
  await page.getByRole('link', { name: '3 customers to answer' }).click()
  const queue = page.getByRole('region', { name: 'Customers to answer' })
  await queue.getByLabel('What was agreed with oda').fill('The lower price')
  await queue.getByRole('button', { name: 'Answered' }).first().click()
  await expect(queue.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page, 'customers to answer')
})

test('how mails look, who hands them out and how many a day are set in one page, and the next mail obeys', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Look and limits'
  const relance = await testWorkspace(workspace, START)
  await welcome(relance)
  const signUp = async (name: string, at: string) => {
    await customers(relance, [name], at, 'Signed Up')
    await relance.advance(new Date(Date.parse(at) + 60_000).toISOString())
  }
  await signUp('bea', START)
  const [before] = await mailsTo(address('bea'))
  expect(before?.html.toLowerCase()).not.toContain('#7b1e3a')

  await openWorkspace(page, relance, workspace, 'owner')
  await page.goto('/settings')
  const form = (title: string) =>
    page.locator('form').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  const brand = form('Look of the mails')
  await brand.getByLabel('Buttons', { exact: true }).last().fill('#7b1e3a')
  await brand.getByLabel('Phone for customers').fill('0800 12 34 56')
  await brand.getByRole('button', { name: 'Save' }).click()
  await toast(page, 'Saved')
  await brand.getByRole('button', { name: 'Choose a logo' }).click()
  const images = page.getByRole('dialog', { name: 'Choose a picture' })
  const svg = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await images.getByLabel('Choose a file').setInputFiles(svg)
  await expect(images.getByRole('alert')).toContainText('“logo.svg” is no picture for mails')
  await expect(images.getByRole('textbox')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await signUp('bob', '2026-03-02T10:10:00Z')
  const [after] = await mailsTo(address('bob'))
  expect(after?.html.toLowerCase()).toContain('#7b1e3a')

  const providers = form('Mail providers')
  await providers.getByRole('button', { name: 'Add a provider' }).click()
  await providers.getByRole('button', { name: 'Add a provider' }).click()
  await providers.getByRole('combobox', { name: 'Provider' }).nth(1).click()
  await page.getByRole('option', { name: 'Postmark' }).click()
  await expect(providers.getByText('Message stream')).toBeVisible()
  await providers.getByLabel('Server token').fill('token-of-nobody')
  await expectAccessible(page, 'mail providers')
  await providers.getByRole('button', { name: 'Save' }).click()
  await expect(providers.getByLabel('Server token')).toHaveAttribute(
    'placeholder',
    'Unchanged if empty',
  )
  await page.reload()
  await expect(providers.getByRole('combobox', { name: 'Provider' })).toHaveText([
    'This installation’s mail server',
    'Postmark',
  ])
  await expect(providers.getByLabel('Server token')).toHaveValue('')
  await providers.getByRole('button', { name: 'Remove number 2' }).click()
  await providers.getByRole('button', { name: 'Save' }).click()
  await toast(page, 'Saved')

  const limits = form('Sending limits')
  await limits.getByRole('checkbox', { name: 'Emails a day' }).check()
  await limits.getByLabel('How many emails a day at most').fill('1')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await limits.getByRole('button', { name: 'Save' }).click()
  expect((await saved).status()).toBe(200)
  // Counted from when there is a limit.
  await signUp('ben', '2026-03-02T10:20:00Z')
  await signUp('bud', '2026-03-02T10:30:00Z')
  expect(await inboxes(['ben', 'bud'])).toEqual([1, 0])
  await page.reload()
  await expect(limits.getByText('1 of 1')).toBeVisible()
  await expect(limits.getByText(/^One email is held/)).toBeVisible()
  await expectAccessible(page, 'a limit that holds a mail')
  await relance.advance('2026-03-03T10:00:00Z')
  expect(await inboxes(['bud'])).toEqual([1])
})
