import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { card, dragToExit, insertOnEdge, select } from './support/canvas'
import { address, mailsTo } from './support/inbox'
import { type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const people = [
  { externalId: 'ada', email: 'ada@customers.example', firstName: 'Ada' },
  { externalId: 'grace', email: 'grace@customers.example', firstName: 'Grace' },
  { externalId: 'nameless', email: 'nameless@customers.example' },
]

interface Mail {
  id: string
  languages: { en: { subject: string; mjml: string } }
}

const saved = (relance: Relance, id: string) =>
  relance.call<Mail>('GET', `/api/mail-templates/${id}`)
const blocks = (page: Page) => page.getByRole('listbox', { name: 'In this email' })
const mailText = (page: Page) => page.frameLocator('iframe[title="Preview"]').locator('body')
const add = (page: Page, block: string) =>
  page.getByRole('button', { name: `Add: ${block}`, exact: true })

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

const seeAs = async (page: Page, address: string) => {
  await page.getByRole('combobox', { name: 'Customer the email is shown for' }).fill(address)
  await page.getByRole('option', { name: new RegExp(address) }).click()
}

test('a mail is built of blocks, is the same after code and back, is seen as three customers, and is published', async ({
  page,
}) => {
  const name = 'A mail of blocks'
  const relance = await testWorkspace(name, START)
  for (const person of people) await relance.call('POST', '/api/contacts', person)
  await openWorkspace(page, relance, name)
  await page.goto('/messages')
  await page.getByRole('button', { name: 'New email' }).click()
  await expect(blocks(page)).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''

  // A text with the customer's name in it, and what stands for a name that is not known.
  await blocks(page)
    .getByRole('option', { name: /Write here/ })
    .click()
  await add(page, 'Text').click()
  const words = page.getByRole('textbox', { name: 'Text', exact: true })
  await words.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Good news for ')
  const data = page.getByRole('combobox', { name: 'Data of the customer' })
  await data.fill('First name')
  await page.getByRole('option', { name: /^First name/ }).click()
  await expect(words).toContainText('First name')
  await page.getByLabel(/If it is not known/).fill('our best friends')

  // A button with its own colour and place, for whoever has a cart.
  await add(page, 'Button').click()
  await page.getByRole('textbox', { name: 'Background', exact: true }).fill('#b00020')
  await expect(page.getByText(/^Contrast 7/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Show this block' }).click()
  await page.getByRole('option', { name: 'If a cart is waiting' }).click()

  // Dragged out of the list of blocks to the top of the mail.
  const box = await mailText(page).getByText('Good news for').boundingBox()
  await add(page, 'Rule').dragTo(page.locator('iframe[title="Preview"] + div'), {
    targetPosition: { x: 320, y: (box?.height ?? 20) / 2 + 40 },
  })
  await expect(blocks(page).getByRole('option', { name: /^Rule/ })).toBeVisible()

  // By keys alone: down, moved up, and back again.
  await blocks(page)
    .getByRole('option', { name: /Good news/ })
    .click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowDown')
  await save(page)
  await expectAccessible(page, 'the mail editor')

  const before = await saved(relance, id)
  expect(before.languages.en.mjml).toContain(
    '{{ contact.first_name | default: "our best friends" }}',
  )
  expect(before.languages.en.mjml).toContain('{% if cart.lines.size > 0 %}')

  // Code and back.
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Source (MJML)' })).toContainText('#b00020')
  await expectAccessible(page, 'the code of a mail')
  await page.getByRole('button', { name: 'Visual', exact: true }).click()
  await expect(blocks(page)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await save(page)
  expect((await saved(relance, id)).languages).toEqual(before.languages)

  await seeAs(page, 'ada@customers.example')
  await expect(mailText(page)).toContainText('Good news for Ada')
  await seeAs(page, 'grace@customers.example')
  await expect(mailText(page)).toContainText('Good news for Grace')
  await seeAs(page, 'nameless@customers.example')
  await expect(mailText(page)).toContainText('Good news for our best friends')

  // One button's words are changed, and nothing else of the source.
  await blocks(page)
    .getByRole('option', { name: /^Button See my/ })
    .click()
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Look at my cart')
  await save(page)
  const after = await saved(relance, id)
  expect(after.languages.en.mjml).toBe(
    before.languages.en.mjml.replace('See my selection', 'Look at my cart'),
  )
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(blocks(page).getByRole('option', { name: /^Button See my/ })).toBeVisible()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()

  await page.goto('/')
  await page.getByRole('button', { name: 'New scenario' }).click()
  await page.locator('[data-start="on-cart-abandoned"]').click()
  await dragToExit(page, 'send-email', 'on-cart-abandoned', 'entered')
  await insertOnEdge(page, 'wait-duration')
  const mailId = await card(page, 'send-email').getAttribute('data-step')
  await page.locator(`[data-open-exit="${mailId}:sent"]`).click()
  await page.locator('[data-pick="end"]').first().click()
  const inspector = page.getByRole('complementary', { name: 'Settings of what is selected' })
  await card(page, 'send-email').click()
  await select(inspector.getByRole('combobox', { name: 'Message', exact: true }), '', 'New email')
  await page.getByRole('button', { name: 'Edit the rules' }).click()
  await select(inspector.getByRole('combobox', { name: 'Goal' }), '', 'An event')
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
  await dialog.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Version 1 is live').first()).toBeVisible()

  await withSegment(relance, (analytics) => {
    const timestamp = new Date(START)
    const who = { userId: 'built', timestamp }
    const traits = { email: address('built'), firstName: 'Ines', locale: 'en' }
    analytics.identify({ ...who, traits: { ...traits, consent: { email: true } } })
    const properties = { cart_id: 'c-1', product_id: 'p-1', name: 'Print', price: 45, quantity: 1 }
    analytics.track({ ...who, event: 'Product Added', properties })
  })
  await relance.advance('2026-03-04T10:00:00Z')
  const mails = await mailsTo(address('built'))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain('Good news for Ines')
  expect(mails[0]?.text).toContain('Look at my cart')
})

const source = (words: string) => `<mjml>
<mj-body>
<mj-section><mj-column>
<mj-text>${words} <a href="{{ unsubscribe_url }}">Stop</a></mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`

const writeSource = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'Source (MJML)' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

test('a source that makes no mail is marked at its line, says its words as text, and the last mail that could be made stays', async ({
  page,
}) => {
  const name = 'A mail that breaks'
  const relance = await testWorkspace(name, START)
  await openWorkspace(page, relance, name)
  await page.goto('/messages')
  await page.getByRole('button', { name: 'New email' }).click()
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await writeSource(page, source('Sale until Friday'))
  await expect(mailText(page)).toContainText('Sale until Friday')
  await writeSource(page, source('Sale until Sunday {{ contact.first_name | shout }}'))
  await expect(page.getByRole('alert')).toContainText('Line 4:')
  await expect(page.locator('.cm-bad-sign')).toHaveAttribute('title', /shout/)
  await expect(page.locator('.cm-bad-line')).toContainText('Sale until Sunday')
  await expect(page.getByRole('status').filter({ hasText: 'cannot be shown' })).toContainText(
    'Below is the last one that could be',
  )
  const asText = page.getByRole('textbox', { name: 'What it says, as text' })
  await expect(asText).toHaveValue(/Sale until Sunday/)
  await expect(mailText(page)).toContainText('Sale until Friday')
  await expectAccessible(page, 'a mail that cannot be made')

  await page.getByRole('button', { name: 'Visual', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Line 4:')
  await expect(asText).toHaveValue(/Sale until Sunday/)
  const toLine = page.getByRole('button', { name: 'Go to line 4' })
  await expect(toLine).toBeInViewport({ ratio: 1 })
  await toLine.click()
  await writeSource(page, source('Sale until Monday {{ contact.first_name | raw }}'))
  await expect(mailText(page)).toContainText('Sale until Monday')
  await expect(asText).toHaveCount(0)
  await expect(page.locator('.cm-bad-sign')).toHaveCount(0)

  // Data written as HTML is told of at its line.
  const told = page.getByRole('listitem').filter({ hasText: 'writes what it holds as HTML' })
  await told.getByRole('button', { name: 'line 4', exact: false }).click()
  await expect(page.locator('.cm-activeLine')).toContainText('Sale until Monday')

  await page.evaluate(() => localStorage.setItem('relance.language', 'fr'))
  await page.reload()
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('textbox', { name: /MJML/ }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(source('Soldes {{ x | shout }}'))
  await expect(page.getByRole('status').filter({ hasText: 'ne peut pas être' })).toContainText(
    'Ci-dessous, la dernière',
  )
  await expect(page.getByRole('textbox', { name: 'Ce qu’elle dit, en texte' })).toHaveValue(
    /Soldes/,
  )
})

test('a long subject is seen whole, and what it asks is said as the list of conditions says it', async ({
  page,
}) => {
  const name = 'A long subject'
  const relance = await testWorkspace(name, START)
  const subject =
    '{% if offer %}{{ contact.first_name }}, {{ offer.value | money: offer.currency }} wait for you until {{ offer.expires_at | date }}{% elsif cart.lines.size > 1 %}Your cart{% else %}News from {{ contact.favourite_category }}{% endif %}'
  const mjml =
    '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>'
  const { id } = await relance.call<Mail>('POST', '/api/mail-templates', {
    ...{ name, locale: 'en', subject, mjml },
  })
  await openWorkspace(page, relance, name)
  await page.setViewportSize({ width: 1100, height: 700 })
  await page.goto(`/messages/${id}`)
  const field = page.getByRole('textbox', { name: 'Subject', exact: true })
  const chips = field.locator('.cm-chip')
  await expect(chips).toHaveText([
    ...['If there is a credit', 'First name', 'Amount of the credit', 'Last day of the credit'],
    ...['otherwise, if Products in the cart > 1', 'otherwise', 'Favourite category', 'end'],
  ])
  const box = await field.boundingBox()
  const right = (box?.x ?? 0) + (box?.width ?? 0)
  const ends = await chips.evaluateAll((all) =>
    all.map((chip) => chip.getBoundingClientRect().right),
  )
  expect(Math.max(...ends)).toBeLessThanOrEqual(right)
  expect(right).toBeLessThanOrEqual(1100)
})
