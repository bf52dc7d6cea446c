import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { step, steps } from './support/canvas'
import { type Relance, testWorkspace } from './support/relance'
import { drawn, openScenario } from './support/scenario'
import { colleague, test } from './support/sign-in'

/** Sign-up, two waits, an end; live. Answers its id. */
async function publishWaits(relance: Relance): Promise<string> {
  const wait = (id: string, length: string) => ({
    ...{ id, type: 'wait-duration' },
    config: { for: length, since: 'here' },
  })
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'Two waits',
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
        wait('week', 'P7D'),
        wait('month', 'P30D'),
        { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'week' },
        { from: 'week', exit: 'done', to: 'month' },
        { from: 'month', exit: 'done', to: 'over' },
      ],
    },
    settings: { goal: 'none' },
  })
  await relance.call('POST', `/api/flows/${id}/publish`, { people: 'finish' })
  return id
}

async function opened(page: Page, workspace: string) {
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const flowId = await publishWaits(relance)
  await openScenario(page, relance, workspace, flowId)
  await expect(steps(page)).toHaveCount(4)
  return { relance, flowId }
}

test('what the draft has lost since the live version stands dashed where it stood, and comes back by one press', async ({
  page,
}) => {
  const { relance, flowId } = await opened(page, 'Ghosts')
  const before = await drawn(relance, flowId)
  const ghosts = page.locator('[data-gone]')
  await expect(ghosts).toHaveCount(0)
  const stood = await step(page, 'month').boundingBox()

  await step(page, 'month').click()
  await page.keyboard.press('Delete')
  await expect(steps(page)).toHaveCount(3)
  const ghost = page.getByRole('region', { name: /^Removed: .*30 days/ })
  await expect(ghost).toBeVisible()
  const stands = await ghost.boundingBox()
  expect(Math.abs((stands?.y ?? 0) - (stood?.y ?? 0))).toBeLessThan(12)
  await expect(page.locator('[data-gone-path]')).toHaveCount(2)
  // It is read, not edited: a press on it chooses nothing.
  await page.keyboard.press('Escape')
  await ghost.click({ position: { x: 100, y: 24 } })
  await expect(page.getByRole('heading', { name: 'Scenario rules' })).toBeVisible()
  await expect(step(page, 'week')).not.toContainText('Changed')

  await expectAccessible(page, 'a step that is gone')
  await page.getByRole('checkbox', { name: 'Show changes on the drawing' }).uncheck()
  await expect(ghosts).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Show changes on the drawing' }).check()
  await ghost.getByRole('button', { name: 'Bring back' }).click()
  await expect(steps(page)).toHaveCount(4)
  await expect(ghosts).toHaveCount(0)
  await expect(step(page, 'month')).toBeFocused()
  await expect.poll(async () => (await drawn(relance, flowId)).graph).toEqual(before.graph)

  await page.keyboard.press('Control+z')
  await expect(ghosts).toHaveCount(1)
})

test('each change is a sentence, as it was and as it is, of steps and of rules; each goes back alone', async ({
  page,
}) => {
  const { relance, flowId } = await opened(page, 'Sentences')
  const draft = await relance.call<{
    graph: { nodes: { id: string; config: object }[] }
    settings: Record<string, unknown>
  }>('GET', `/api/flows/${flowId}/draft`)
  for (const node of draft.graph.nodes)
    if (node.id === 'week') node.config = { for: 'P10D', since: 'here' }
  draft.settings.maxStay = 'P60D'
  await relance.call('PUT', `/api/flows/${flowId}/draft`, draft)
  await expect(step(page, 'week')).toContainText('Changed')
  const sign = step(page, 'week').locator('[data-change="changed"] svg')
  await expect(sign).toBeVisible()
  await expect(sign).toHaveAttribute('aria-hidden', 'true')

  await page.getByRole('button', { name: 'Compare with v1' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions' })
  const row = (words: string) => versions.getByRole('listitem').filter({ hasText: words }).last()
  await expect(row('Wait 7 days').getByRole('deletion')).toHaveText('Wait 7 days')
  await expect(row('Wait 7 days').getByRole('insertion')).toHaveText('Wait 10 days')
  await expect(row('Longest stay').getByRole('insertion')).toHaveText('At most 60 days inside')
  await row('Longest stay').getByRole('button', { name: 'Restore' }).click()
  await expect(versions).not.toContainText('Longest stay')
  await expect(versions).toContainText('Wait 10 days')
})

test('an editor asks for the draft to be published; the publisher sees it at home, says why not, then publishes with a note', async ({
  page,
  browser,
}) => {
  const workspace = 'Asked for'
  const { relance, flowId } = await opened(page, workspace)
  const { page: louis, context } = await colleague(browser, relance, 'Louis', 'editor')
  await openScenario(louis, relance, workspace, flowId)
  const setWait = async (days: string) => {
    await step(louis, 'week').click()
    const length = louis.locator('[data-inspector]').getByRole('spinbutton').first()
    await length.fill(days)
    await expect(step(louis, 'week')).toContainText(`${days} days`)
  }
  const ask = async (note: string) => {
    const dialog = louis.getByRole('dialog', { name: 'Ask to publish' })
    await expect(dialog).toContainText('Wait 7 days')
    await expect(dialog.getByRole('radio')).toHaveCount(0)
    await dialog.getByRole('textbox', { name: 'A word to the publisher' }).fill(note)
    await expectAccessible(louis, 'asking to publish')
    await dialog.getByRole('button', { name: 'Ask to publish' }).click()
    await expect(louis.getByRole('button', { name: 'Louis asks to publish' })).toBeVisible()
  }
  await setWait('10')
  await louis.getByRole('button', { name: 'Ask to publish' }).click()
  await ask('Seven days are too few')

  await page.goto('/')
  await page
    .getByRole('link', { name: /1 draft to publish, asked for.*Two waits, by Louis/ })
    .click()
  await page.getByRole('button', { name: 'Louis asks to publish' }).click()
  const request = page.getByRole('dialog', { name: 'Publishing Two waits' })
  await expect(request).toContainText('Seven days are too few')
  await expect(request.getByRole('button', { name: 'Decline' })).toBeDisabled()
  await request.getByRole('textbox', { name: /Why not/ }).fill('Nine would do')
  await expectAccessible(page, 'a request to publish')
  await request.getByRole('button', { name: 'Decline' }).click()
  await expect(request).toHaveCount(0)

  await louis.reload()
  await louis.getByRole('button', { name: 'Publishing declined' }).click()
  await expect(louis.getByRole('dialog')).toContainText('Nine would do')
  await louis.keyboard.press('Escape')
  await setWait('9')
  await louis.getByRole('button', { name: 'Ask to publish' }).click()
  await ask('Nine it is')
  // What is drawn after it was asked for is said, to both.
  await setWait('8')
  await expect(louis.getByText('Draft saved')).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Louis asks to publish' }).click()
  await expect(request).toContainText('The draft has changed since it was asked for.')
  await request.getByRole('button', { name: 'Publish…' }).click()
  const publish = page.getByRole('dialog', { name: 'Publish version 2' })
  // What the draft was handed over with is there already, to keep or to write over.
  const note = publish.getByRole('textbox', { name: 'A note on this version' })
  await expect(note).toHaveValue('Nine it is')
  await note.fill('Eight days, by Louis')
  await publish.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(publish).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Louis asks to publish' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Versions' }).click()
  await expect(page.getByRole('dialog', { name: 'Versions' })).toContainText('Eight days, by Louis')
  await context.close()
})

test('publishing shows each message that was written anew, as it would go, and when the first one goes', async ({
  page,
}) => {
  const workspace = 'Written anew'
  const relance = await testWorkspace(workspace, '2026-03-02T10:00:00Z')
  const mail = (subject: string) => ({
    name: 'Welcome',
    languages: {
      en: {
        subject,
        mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>{{ contact.first_name }}, come in. <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text></mj-column></mj-section></mj-body></mjml>',
      },
    },
  })
  const { id: template } = await relance.call<{ id: string }>(
    'POST',
    '/api/mail-templates',
    mail('Welcome'),
  )
  const { id: flowId } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'Two days later',
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
        { id: 'wait', type: 'wait-duration', config: { for: 'P2D', since: 'here' } },
        { id: 'mail', type: 'send-email', config: { template } },
        { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'over' },
      ],
    },
    settings: { goal: 'none' },
  })
  await relance.call('POST', `/api/flows/${flowId}/publish`, { people: 'finish' })
  await relance.call('PUT', `/api/mail-templates/${template}`, mail('A warm welcome'))

  await openScenario(page, relance, workspace, flowId)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const publish = page.getByRole('dialog', { name: 'Publish version 2' })
  await expect(publish).toContainText('Welcome: version 2 instead of 1')
  await expect(publish).toContainText(/first message on .*4 Mar/)
  await expectAccessible(page, 'publishing messages written anew')
  await publish.getByRole('button', { name: /A warm welcome/ }).click()
  const shown = page.getByRole('dialog', { name: 'A warm welcome' })
  await expect(shown.frameLocator('iframe').getByText('come in.')).toBeVisible()
  await expectAccessible(page, 'a message as it would go')
  await page.keyboard.press('Escape')
  await expect(shown).toHaveCount(0)
  await expect(publish).toBeVisible()
})
