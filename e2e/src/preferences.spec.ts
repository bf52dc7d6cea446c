import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { address, mailsTo } from './support/inbox'
import { publishTemplate, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'

interface Customer {
  consents: Record<string, { state: string; source: string }>
}
interface Told {
  name: string
  source: string
  properties: Record<string, unknown>
}

const START = '2026-03-02T10:00:00Z'

/** Somebody who left a cart and was written to, and where their mail's links lead. */
async function writtenTo(who: string, locale: string) {
  const relance = await testWorkspace(`Preferences of ${who}`, START)
  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, {
    preferences: {
      topics: [
        { key: 'news', en: 'New arrivals', fr: 'Nouveautés' },
        { key: 'offers', en: 'Offers', fr: 'Offres' },
      ],
    },
  })
  await publishTemplate(relance, 'cart-abandonment', locale)
  await withSegment(relance, (analytics) => {
    const timestamp = new Date(START)
    const traits = { email: address(who), phone: '+33600000000', locale, consent: { email: true } }
    analytics.identify({ userId: who, traits, timestamp })
    const properties = { cart_id: who, product_id: 'print-1', name: 'Two herons', price: 45 }
    analytics.track({ userId: who, event: 'Product Added', properties, timestamp })
  })
  await relance.advance('2026-03-02T11:00:00Z')
  const [mail] = await mailsTo(address(who))
  const unsubscribe = mail?.source
    .replace(/\r\n\s/g, '')
    .match(/^List-Unsubscribe: <([^>]+)>/m)?.[1]
  if (!unsubscribe) throw new Error('the mail has no unsubscribe link')
  return { relance, unsubscribe, preferences: `${unsubscribe}/preferences` }
}

const consentOf = async (relance: Relance, who: string) =>
  (await relance.call<Customer>('GET', `/api/contacts/${await relance.contactId(who)}`)).consents
    .email
const toldBy = async (relance: Relance, who: string) => {
  const path = `/api/events?contactId=${await relance.contactId(who)}`
  const { items } = await relance.call<{ items: Told[] }>('GET', path)
  return items.filter(({ source }) => source === 'tracking')
}
const last = async (relance: Relance, who: string) => (await toldBy(relance, who))[0]
const save = (page: Page) => page.getByRole('button', { name: 'Save my choices' }).click()

test('a program that follows the links of a mail unsubscribes nobody', async () => {
  const { relance, unsubscribe, preferences } = await writtenTo('scanned', 'en')
  const robot = { 'user-agent': 'Mozilla/5.0 (compatible; BarracudaLinkScanner)' }
  for (const link of [unsubscribe, preferences, `${unsubscribe}/confirm`])
    for (const method of ['HEAD', 'GET'])
      expect((await fetch(link, { method, headers: robot })).status).toBe(200)
  await relance.advance('2026-03-02T11:30:00Z')
  expect(await consentOf(relance, 'scanned')).toMatchObject({ state: 'given' })
  expect(await toldBy(relance, 'scanned')).toEqual([])
})

test('every control of the preference page is taken at its word, and “stop” ends what goes on', async ({
  page,
}) => {
  const { relance, unsubscribe, preferences } = await writtenTo('chooses', 'en')
  await page.goto(unsubscribe)
  await expectAccessible(page, 'unsubscribing')
  await page.getByRole('link', { name: /Choose what you receive/ }).click()
  await expect(page).toHaveURL(preferences)
  await expectAccessible(page, 'preferences')

  await page.getByLabel('Offers').uncheck()
  await page.getByLabel('Less often').check()
  await save(page)
  await expect(page.getByRole('status')).toHaveText('Your choices are saved.')
  await expect(page.getByLabel('Offers')).not.toBeChecked()
  expect(await last(relance, 'chooses')).toMatchObject({
    name: 'Preferences Changed',
    properties: { wantsLess: true, topicsOff: ['offers'], pausedUntil: null },
  })

  await page.getByLabel('New arrivals').uncheck()
  await page.getByLabel('Nothing for 30 days').check()
  await page.getByLabel('By SMS').check()
  await save(page)
  await expect(page.getByLabel('Nothing until 1 April')).toBeChecked()
  expect(await last(relance, 'chooses')).toMatchObject({
    properties: { topicsOff: ['news', 'offers'], channels: { sms: true } },
  })

  await page.getByRole('radio', { name: 'As usual', exact: true }).check()
  await page.getByLabel('By email').uncheck()
  await save(page)
  await expect(page.getByLabel('By email')).not.toBeChecked()
  await relance.advance('2026-03-02T11:01:00Z')
  expect(await consentOf(relance, 'chooses')).toMatchObject({
    state: 'refused',
    source: 'preferences',
  })

  await page.getByRole('button', { name: 'Stop everything' }).click()
  await expect(page.getByRole('status')).toContainText('You will receive nothing more')
  await relance.advance('2026-03-10T11:00:00Z')
  expect(await relance.sentAt('chooses')).toHaveLength(1)
  expect((await toldBy(relance, 'chooses')).map(({ name }) => name)).toContain('Unsubscribed')
})

test('the page speaks the reader’s language, and its one press unsubscribes', async ({
  browser,
}) => {
  const { relance, unsubscribe } = await writtenTo('arrete', 'fr')
  const page = await browser.newPage({ locale: 'fr-FR' })
  await page.goto(unsubscribe)
  await page.getByRole('button', { name: 'Me désabonner' }).click()
  await expect(page.getByRole('heading')).toHaveText('Votre désabonnement est enregistré')
  await relance.advance('2026-03-02T11:01:00Z')
  expect(await consentOf(relance, 'arrete')).toMatchObject({ state: 'refused' })
  await page.close()
})
