import { expect, type Page } from '@playwright/test'
import { testWorkspace } from './support/relance'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const pale = `<mjml><mj-body><mj-section><mj-column>
<mj-text font-size="16px">Hello {{ contact.first_name | default: "you" }}</mj-text>
<mj-button background-color="#F5C6CB" color="#222222" href="https://shop.example">Come back</mj-button>
<mj-text font-size="16px"><a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>
</mj-column></mj-section></mj-body></mjml>`

const mended = async (page: Page, find: string, put: string) => {
  const source = page.getByRole('textbox', { name: 'Source (MJML)' })
  const text = pale.replace(find, put)
  await source.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
  await page.getByRole('button', { name: 'Save' }).click()
}

test('a mail says what is better mended, leads to the line, and is seen as a real customer', async ({
  page,
}) => {
  const relance = await testWorkspace('A pale button', START)
  await relance.call('POST', '/api/contacts', {
    ...{ externalId: 'ada', email: 'ada@customers.example', firstName: 'Ada' },
  })
  const { id } = await relance.call<{ id: string }>('POST', '/api/mail-templates', {
    ...{ name: 'Pale', locale: 'en', subject: 'New for you', mjml: pale },
  })
  await openWorkspace(page, relance, 'A pale button')
  await page.goto(`/messages/${id}`)
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  const checks = page.getByRole('region', { name: 'Before sending' })
  await expect(checks).toContainText('“Come back” is too pale on its ground: 1.5:1')
  await checks.getByRole('button', { name: 'Line 3' }).click()
  await expect(page.locator('.cm-activeLine')).toContainText('Come back')
  await page.getByRole('combobox', { name: 'Customer the email is shown for' }).fill('ada@')
  await page.getByRole('option', { name: /Ada/ }).click()
  const preview = page.frameLocator('iframe[title="Preview"]')
  await expect(preview.getByText('Hello Ada')).toBeVisible()
  await mended(page, '#F5C6CB', '#B00020')
  await expect(checks).toContainText('The words of the button “Come back” are hard to read')
  await mended(page, '"#F5C6CB" color="#222222"', '"#B00020" color="#ffffff"')
  await expect(page.getByText('Nothing to mend before sending.')).toBeVisible()
})

test('the list of mails says how heavy each is and of how much is warned, and hears of it once that is mended', async ({
  page,
}) => {
  const relance = await testWorkspace('Weighed', START)
  await relance.call('POST', '/api/mail-templates', {
    ...{ name: 'Pale', locale: 'en', subject: 'New for you', mjml: pale },
  })
  await openWorkspace(page, relance, 'Weighed')
  await page.goto('/messages')
  const row = page.getByRole('row', { name: /Pale/ })
  await expect(row).toContainText('1 thing to mend')
  await expect(row).toContainText(/\d kB/)
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await mended(page, '"#F5C6CB" color="#222222"', '"#B00020" color="#ffffff"')
  await expect(page.getByText('Nothing to mend before sending.')).toBeVisible()
  await page.getByRole('link', { name: 'Messages' }).first().click()
  await expect(row).toContainText('nothing to mend')
})
