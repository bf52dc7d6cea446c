import { expect, type Locator, type Page } from '@playwright/test'
import { address, mailsTo } from './support/inbox'
import { refusingMailServer } from './support/refusing-mail-server'
import { type Page as Listed, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const NOON = '2026-03-02T12:00:00Z'
/** 21:00 in Paris: 26 hours later it is quiet there. */
const EVENING = '2026-03-02T20:00:00Z'

const joined = { event: 'Signed Up' }
const mail = (id: string, template: string) => ({ id, type: 'send-email', config: { template } })
const over = { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } }

/** Makes a scenario live from steps in their order, each left by its first exit. */
async function publish(
  relance: Relance,
  name: string,
  nodes: { id: string; type: string; config: object }[],
  edges: [string, string, string][],
) {
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name,
    graph: { nodes, edges: edges.map(([from, exit, to]) => ({ from, exit, to })) },
    settings: { goal: 'none' },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
}

/** Sign-up in France, a mail, 26 hours, a second mail unless the first was clicked. */
async function publishTwoMails(relance: Relance) {
  const mails = await relance.call<Listed<{ id: string; key: string }>>(
    'GET',
    '/api/mail-templates?limit=200',
  )
  const keyed = (wanted: string) => mails.items.find(({ key }) => key === wanted)?.id ?? ''
  const [first, second] = [keyed('welcome'), keyed('welcome-tips')]
  const filter = { field: 'traits.country', op: '=', value: 'FR' }
  const clicked = { event: 'Email Link Clicked', of: 'mail-1' }
  await publish(
    relance,
    'Two mails',
    [
      { id: 'start', type: 'on-event', config: { ...joined, filter } },
      mail('mail-1', first),
      { id: 'day', type: 'wait-duration', config: { for: 'PT26H', since: 'here' } },
      { id: 'reacted', type: 'condition', config: { branches: [{ exit: 'yes', rule: clicked }] } },
      mail('mail-2', second),
      over,
    ],
    [
      ['start', 'entered', 'mail-1'],
      ['mail-1', 'sent', 'day'],
      ['day', 'done', 'reacted'],
      ['reacted', 'yes', 'over'],
      ['reacted', 'no', 'mail-2'],
      ['mail-2', 'sent', 'over'],
    ],
  )
  await publish(
    relance,
    'Two more',
    [
      { id: 'start', type: 'on-event', config: { event: 'Asked For More' } },
      mail('more-1', keyed('discover')),
      mail('more-2', keyed('new-arrivals')),
      over,
    ],
    [
      ['start', 'entered', 'more-1'],
      ['more-1', 'sent', 'more-2'],
      ['more-2', 'sent', 'over'],
    ],
  )
}

/** Somebody in France who agreed to mails signs up, but for what is said otherwise. */
const signUp = (relance: Relance, at: string, userId: string, more: object = {}) =>
  withSegment(relance, (analytics) => {
    const timestamp = new Date(at)
    const usual = { email: address(userId), country: 'FR', consent: { email: true } }
    analytics.identify({ userId, traits: { ...usual, ...more, firstName: userId }, timestamp })
    analytics.track({ userId, event: 'Signed Up', properties: {}, timestamp })
  })

/** Two more mails at noon: with the first one that is the week's limit. */
const askForMore = (relance: Relance, userId: string) =>
  withSegment(relance, (analytics) => {
    const event = 'Asked For More'
    analytics.track({ userId, event, properties: {}, timestamp: new Date(NOON) })
  })

/** What a mail program does when the reader clicks the first tracked link. */
async function click(userId: string) {
  const [received] = await mailsTo(address(userId))
  const url = received?.html.match(/href="([^"]+\/r\/[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
  expect((await fetch(url ?? '', { redirect: 'manual' })).status).toBe(302)
}

/** Asks on somebody's page after the second mail; answers what is said. */
async function ask(page: Page, relance: Relance, userId: string): Promise<Locator> {
  await page.goto(`/customers/${await relance.contactId(userId)}`)
  const box = page.getByRole('region', { name: 'Why?' })
  await box.getByRole('combobox', { name: 'Scenario' }).click()
  await page.getByRole('option', { name: 'Two mails' }).click()
  await expect(box.getByRole('combobox', { name: 'Message' })).toContainText('2')
  const answer = box.getByRole('listitem')
  await expect(answer).toHaveCount(1)
  return answer
}

/** Who, what their page says, and when that was decided. */
const causes: [string, string[], string][] = [
  ['clicking', ['the condition held', 'once'], '2026-03-03T12:00:00.000Z'],
  [
    'limited',
    ['Held until 9 March 2026', 'the limit of messages is reached'],
    '2026-03-03T12:00:00.000Z',
  ],
  ['asleep', ['Held until 4 March 2026, 08:00', 'it is a quiet hour'], '2026-03-03T22:00:00.000Z'],
  ['unasked', ['no consent is recorded'], '2026-03-03T12:00:00.000Z'],
  [
    'bouncing',
    ['the address no longer takes mail', 'an email came back', '2 March 2026'],
    '2026-03-02T12:00:00.000Z',
  ],
  ['abroad', ['Not entered', 'BE'], '2026-03-02T10:00:00.000Z'],
  ['waiting', ['Waiting until 4 March 2026, 13:00'], '2026-03-03T10:00:00.000Z'],
]

test('UX15 “why not email 2” has one right cause for each of seven people, with value and time', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Why not'
  const relance = await testWorkspace(workspace, START)
  await relance.call('PATCH', `/api/workspaces/${relance.workspaceId}`, {
    timeZone: 'Europe/Paris',
    // The mail server that refuses is on this machine.
    allowPrivateWebhooks: true,
    pressure: { quietHours: { from: '21:30', to: '08:00' } },
  })
  await signUp(relance, '2026-03-01T10:00:00Z', 'before')
  await relance.advance(START)
  await publishTwoMails(relance)
  for (const who of ['clicking', 'limited']) await signUp(relance, START, who)
  await signUp(relance, START, 'unasked', { consent: {} })
  await signUp(relance, START, 'abroad', { country: 'BE' })
  await relance.advance(NOON)
  await click('clicking')
  await askForMore(relance, 'limited')
  await relance.advance(NOON)
  const nobody = await refusingMailServer()
  const settings = { kind: 'smtp', host: '127.0.0.1', port: nobody.port }
  await relance.call('PUT', '/api/sender/providers', { items: [{ settings }] })
  await signUp(relance, NOON, 'bouncing')
  await relance.advance('2026-03-02T12:30:00Z')
  await relance.call('PUT', '/api/sender/providers', { items: [] })
  nobody.close()
  await relance.advance(EVENING)
  await signUp(relance, EVENING, 'asleep')
  await relance.advance('2026-03-03T10:00:00Z')
  await signUp(relance, '2026-03-03T10:00:00Z', 'waiting')
  await relance.advance('2026-03-03T22:30:00Z')

  await openWorkspace(page, relance, workspace)
  for (const [who, said, at] of causes) {
    const answer = await ask(page, relance, who)
    for (const part of said) await expect.soft(answer, who).toContainText(part)
    await expect.soft(answer.locator('time').last(), who).toHaveAttribute('datetime', at)
  }
})
