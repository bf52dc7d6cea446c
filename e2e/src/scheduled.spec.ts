import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { type Relance, testWorkspace } from './support/relance'
import { drawn, openScenario } from './support/scenario'
import { colleague, test } from './support/sign-in'

/** Sign-up, a wait, a mail where one is named, an end; a draft. Answers its id. */
async function draft(relance: Relance, name: string, template?: string): Promise<string> {
  const sends = template ? [{ id: 'mail', type: 'send-email', config: { template } }] : []
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name,
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
        { id: 'week', type: 'wait-duration', config: { for: 'P7D', since: 'here' } },
        ...sends,
        { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'week' },
        { from: 'week', exit: 'done', to: sends[0]?.id ?? 'over' },
        ...sends.map(({ id: from }) => ({ from, exit: 'sent', to: 'over' })),
      ],
    },
    settings: { goal: 'none' },
  })
  return id
}

const status = (relance: Relance, flowId: string) =>
  relance.call<{ status: string; version: number | null }>('GET', `/api/flows/${flowId}`)

/** Chooses a day and a time in a dialog. */
async function choose(page: Page, later: string, day: [string, string], time: [string, string]) {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: later }).check()
  await dialog.getByLabel(day[0], { exact: true }).fill(day[1])
  await dialog.getByLabel(time[0], { exact: true }).fill(time[1])
}

test('a start and an end are scheduled, seen, changed and cancelled, and happen by the workspace’s clock', async ({
  page,
  browser,
}) => {
  test.slow()
  const workspace = 'Scheduled'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const flowId = await draft(relance, 'Spring')
  await openScenario(page, relance, workspace, flowId)
  await page.keyboard.press('Control+Shift+Enter')
  const publish = page.getByRole('dialog', { name: 'Publish version 1' })
  await choose(page, 'On a date', ['Day', '2026-03-20'], ['Time', '09:00'])
  await expect(publish.getByText('Time in Europe/Paris')).toBeVisible()
  await expectAccessible(page, 'a start on a date')
  await publish.getByRole('button', { name: 'Schedule' }).click()
  const starts = page.getByRole('button', { name: 'Scheduled · 20 Mar' })
  await expect(starts).toBeVisible()

  // What is drawn afterwards changes nothing of it, and that is said.
  await step(page, 'week').click()
  await page.getByLabel('Wait: how many').fill('9')
  await expect
    .poll(async () => JSON.stringify((await drawn(relance, flowId)).graph))
    .toContain('P9D')
  await page.reload()
  await starts.click()
  const dialog = page.getByRole('dialog', { name: 'What Spring does by itself' })
  await expect(dialog.getByText('20 March 2026 at 09:00')).toBeVisible()
  await expect(dialog.getByText('The draft has changed since.')).toBeVisible()
  await expectAccessible(page, 'what is scheduled')

  // Whoever does not publish reads it, and can do nothing to it.
  const other = await colleague(browser, relance, 'Louis', 'editor')
  await other.page.goto('/')
  await other.page.getByRole('button', { name: /^Workspace: / }).click()
  await other.page.getByRole('menuitem', { name: workspace, exact: true }).click()
  await other.page.goto(`/scenarios/${flowId}`)
  await other.page.getByRole('button', { name: 'Scheduled · 20 Mar' }).click()
  const read = other.page.getByRole('dialog', { name: 'What Spring does by itself' })
  await expect(read.getByText('Scheduled by Test')).toBeVisible()
  await expect(read.getByRole('button', { name: 'Cancel the start' })).toHaveCount(0)
  await other.context.close()

  await dialog.getByRole('button', { name: 'Close' }).click()
  await relance.advance('2026-03-20T07:59:00Z')
  expect(await status(relance, flowId)).toMatchObject({ status: 'draft' })
  await relance.advance('2026-03-20T08:00:00Z')
  expect(await status(relance, flowId)).toMatchObject({ status: 'live', version: 1 })
  await page.reload()
  await expect(page.getByText('Live · v1').first()).toBeVisible()
  await expect(starts).toHaveCount(0)
  await page.getByRole('button', { name: 'Versions' }).click()
  await expect(page.getByText(/scheduled on 2 Mar 2026/)).toBeVisible()
  await page.keyboard.press('Escape')

  const stop = async () => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Stop…' }).click()
  }
  await stop()
  await choose(page, 'On a date', ['Day', '2026-03-28'], ['Time', '18:00'])
  await expectAccessible(page, 'an end on a date')
  await page.getByRole('button', { name: 'Schedule the end' }).click()
  await page.getByRole('button', { name: 'Ends 28 Mar' }).click()
  await page.getByRole('button', { name: 'Change…' }).click()
  const day = page.getByRole('dialog').getByLabel('Day', { exact: true })
  await expect(day).toHaveValue('2026-03-28')
  await day.fill('2026-03-30')
  await page.getByRole('button', { name: 'Schedule the end' }).click()
  const ends = page.getByRole('button', { name: 'Ends 30 Mar' })
  await ends.click()
  await page.getByRole('button', { name: 'Cancel the end' }).click()
  await expect(ends).toHaveCount(0)
  await stop()
  await choose(page, 'On a date', ['Day', '2026-03-25'], ['Time', '18:00'])
  await page.getByRole('button', { name: 'Schedule the end' }).click()
  await expect(page.getByRole('button', { name: 'Ends 25 Mar' })).toBeVisible()
  await relance.advance('2026-03-25T17:00:00Z')
  await page.reload()
  await expect(page.getByText('Stopped').first()).toBeVisible()
})

const mail = (text: string) => ({
  ...{ name: 'Printemps', locale: 'fr', subject: 'Printemps' },
  mjml: `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`,
})

test('a start whose mail is no longer fit to go changes nothing, and says why in French where people look', async ({
  page,
}) => {
  test.slow()
  const workspace = 'Programmé'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const { id: template } = await relance.call<{ id: string }>('POST', '/api/mail-templates', {
    ...mail('Bonjour <a href="{{ unsubscribe_url }}">Se désabonner</a>'),
  })
  const flowId = await draft(relance, 'Printemps', template)
  await openScenario(page, relance, workspace, flowId)
  await page.evaluate(() => localStorage.setItem('relance.language', 'fr'))
  await page.reload()
  await expect(steps(page).first()).toBeVisible()
  await page.keyboard.press('Control+Shift+Enter')
  await choose(page, 'À une date', ['Jour', '2026-03-20'], ['Heure', '09:00'])
  await page.getByRole('button', { name: 'Programmer' }).click()
  await expect(page.getByRole('button', { name: 'Programmé · 20 mars' })).toBeVisible()

  await relance.call('PUT', `/api/mail-templates/${template}/contents/fr`, mail('Bonjour'))
  await relance.advance('2026-03-20T08:00:00Z')
  expect(await status(relance, flowId)).toMatchObject({ status: 'draft', version: null })
  await page.goto('/')
  const matter = page.getByRole('link', { name: /Printemps n’a pas commencé comme prévu/ })
  await expect(matter).toContainText('Rien n’a changé. Raison')
  await matter.click()
  await page.getByRole('button', { name: 'Début manqué' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ce que fait Printemps sans vous' })
  await expect(dialog.getByText(/^Rien n’a changé\. Raison/)).toBeVisible()
  await expectAccessible(page, 'a start that failed')
  await dialog.getByRole('button', { name: 'J’ai vu' }).click()
  await expect(page.getByRole('button', { name: 'Début manqué' })).toHaveCount(0)
})
