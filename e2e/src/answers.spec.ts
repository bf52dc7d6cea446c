import { expect } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { answerMail } from './support/answer-mail'
import { address, mailsTo } from './support/inbox'
import { type Page as Listed, type Relance, testWorkspace } from './support/relance'
import { withSegment } from './support/segment'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'

/** Whoever signs up gets a mail, and another one a day later. */
async function twoMails(relance: Relance): Promise<string> {
  const { items } = await relance.call<Listed<{ id: string; key: string | null }>>(
    'GET',
    '/api/mail-templates?limit=200',
  )
  const template = items.find(({ key }) => key === 'welcome')?.id
  const nodes = [
    { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
    { id: 'mail-1', type: 'send-email', config: { template } },
    { id: 'day', type: 'wait-duration', config: { for: 'P1D', since: 'here' } },
    { id: 'mail-2', type: 'send-email', config: { template } },
    { id: 'over', type: 'end', config: { as: 'exit', reason: 'over' } },
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'mail-1' },
    { from: 'mail-1', exit: 'sent', to: 'day' },
    { from: 'day', exit: 'done', to: 'mail-2' },
    { from: 'mail-2', exit: 'sent', to: 'over' },
  ]
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    ...{ name: 'Welcome', graph: { nodes, edges }, settings: { goal: 'none' } },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}

/** Some sign up, and have got their first mail. */
async function welcomed(relance: Relance, names: string[]): Promise<void> {
  await twoMails(relance)
  await withSegment(relance, (analytics) => {
    const timestamp = new Date(START)
    for (const userId of names) {
      const traits = { email: address(userId), firstName: userId, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      analytics.track({ userId, event: 'Signed Up', timestamp })
    }
  })
  await relance.advance('2026-03-02T10:01:00Z')
}

test('who answers a mail waits on the home page and in a list until a person has seen to it, and gets no other mail before', async ({
  page,
}) => {
  const workspace = 'Answers'
  const relance = await testWorkspace(workspace, START)
  await welcomed(relance, ['ana', 'axel'])
  const [mail] = await mailsTo(address('ana'))
  const [away] = await mailsTo(address('axel'))
  if (!mail || !away) throw new Error('a first mail has not arrived')
  await answerMail(mail, { from: address('ana'), text: 'Do you ship to Réunion?' })
  await answerMail(away, {
    ...{ from: address('axel'), text: 'I am away until Monday.' },
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  await relance.advance('2026-03-03T11:00:00Z')
  expect(await mailsTo(address('ana'))).toHaveLength(1)
  expect(await mailsTo(address('axel'))).toHaveLength(2)

  await openWorkspace(page, relance, workspace)
  await page.goto('/')
  await page.getByRole('link', { name: '1 customer wrote back' }).click()
  await expect(page.getByRole('heading', { name: 'Replies', exact: true })).toBeVisible()
  const answer = page.getByRole('article', { name: 'Answer of ana' })
  await expect(answer).toContainText('Do you ship to Réunion?')
  await expect(answer).toContainText('Commercial mails of the scenario wait until')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expectAccessible(page, 'answers')
  await answer.getByRole('combobox', { name: 'Who answers ana' }).click()
  await page.getByRole('option', { name: 'Test' }).click()
  await page.getByRole('button', { name: 'Mine' }).click()
  await expect(answer).toContainText('Do you ship to Réunion?')
  await answer.getByRole('link', { name: 'ana' }).click()
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText('Réunion')
  await page.goBack()
  await answer.getByLabel('What was agreed with ana').fill('Yes, 12 €')
  await answer.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Nobody waits for an answer')).toBeVisible()
  await relance.advance('2026-03-03T11:01:00Z')
  await expect.poll(async () => (await mailsTo(address('ana'))).length).toBe(2)

  await page.getByRole('button', { name: 'Done' }).click()
  await expect(answer).toContainText('Done by Test')
  await expect(answer).toContainText('Yes, 12 €')
  await answer.getByRole('button', { name: 'Open again' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(answer).toContainText('Do you ship to Réunion?')
})

test('how many wrote back, how soon a person saw to them and what they ordered after are told, each with its people', async ({
  page,
}) => {
  const workspace = 'Figures of answers'
  const relance = await testWorkspace(workspace, START)
  await welcomed(relance, ['fay', 'gus'])
  for (const who of ['fay', 'gus']) {
    const [mail] = await mailsTo(address(who))
    if (!mail) throw new Error(`the mail to ${who} has not arrived`)
    await answerMail(mail, { from: address(who), text: `A question of ${who}` })
  }
  await relance.advance('2026-03-03T11:01:00Z')
  const { items } = await relance.call<Listed<{ id: string; contact: string }>>(
    'GET',
    '/api/answers',
  )
  const fay = items.find(({ contact }) => contact === 'fay')
  await relance.call('POST', `/api/answers/${fay?.id}/done`, { note: 'Yes' })
  await withSegment(relance, (analytics) => {
    const properties = { order_id: 'after', total: 45, currency: 'EUR' }
    const timestamp = new Date('2026-03-03T11:01:30Z')
    analytics.track({ userId: 'fay', event: 'Order Completed', properties, timestamp })
  })
  await relance.advance('2026-03-04T11:01:00Z')

  await openWorkspace(page, relance, workspace)
  await page.goto('/answers')
  const figures = page.getByRole('region', { name: 'What came of replies' })
  const list = page.getByRole('dialog')
  const figure = (name: string) => figures.locator(`dd > [data-figure="${name}"]`).first()
  await expect(figure('replies')).toHaveText('2')
  await expect(figures).toContainText('25 hours')
  await expect(figures).toContainText('50% within 48 hours')
  await expectAccessible(page, 'figures of answers')
  await figure('replies').click()
  await expect(list).toContainText('2 entries')
  await expect(list).toContainText('still waits')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await figures.getByRole('button', { name: '25 hours' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('seen to after 25 hours')
  await page.keyboard.press('Escape')
  await figure('orders').click()
  await expect(list).toContainText('Order after')
  await expect(list).toContainText('€45')
  await page.keyboard.press('Escape')
  await figures.getByRole('button', { name: '7 days' }).click()
  await expect(figure('replies')).toHaveText('2')
})
