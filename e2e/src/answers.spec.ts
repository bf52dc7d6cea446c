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

test('who answers a mail waits on the home page and in a list until a person has seen to it, and gets no other mail before', async ({
  page,
}) => {
  const workspace = 'Answers'
  const relance = await testWorkspace(workspace, START)
  await twoMails(relance)
  await withSegment(relance, (analytics) => {
    const timestamp = new Date(START)
    for (const userId of ['ana', 'axel']) {
      const traits = { email: address(userId), firstName: userId, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      analytics.track({ userId, event: 'Signed Up', timestamp })
    }
  })
  await relance.advance('2026-03-02T10:01:00Z')
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
  await expect(page.getByRole('heading', { name: 'Replies' })).toBeVisible()
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
