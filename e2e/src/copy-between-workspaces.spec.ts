import { expect, type Page } from '@playwright/test'
import { steps } from './support/canvas'
import { type Page as Listed, testWorkspace } from './support/relance'
import { drawn, openScenario } from './support/scenario'
import { openWorkspace, test } from './support/sign-in'

const START = '2026-03-02T10:00:00Z'
const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Counted <a href="{{ unsubscribe_url }}">Leave</a></mj-text></mj-column></mj-section></mj-body></mjml>'
const languages = {
  en: { subject: 'Counted', preheader: 'Sheep', mjml: MJML },
  fr: { subject: 'Comptés', preheader: 'Moutons', mjml: MJML },
}

/** A scenario of four steps after its trigger, which speaks of a mail, a segment and an event of its workspace alone. */
async function source(workspace: string) {
  const relance = await testWorkspace(workspace, START)
  const make = (path: string, body: object) => relance.call<{ id: string }>('POST', path, body)
  const mail = await make('/api/mail-templates', { name: 'Sheep letter', languages })
  const rule = { field: 'ordersCount', op: '>=', value: 1 }
  const segment = await make('/api/segments', { name: 'Shepherds', rule })
  const branch = {
    exit: 'yes',
    rule: {
      or: [
        { segment: segment.id, member: true },
        { field: 'email', op: '=', value: 'ann@shop.example' },
      ],
    },
  }
  const nodes = [
    { id: 'start', type: 'on-event', config: { event: 'page' } },
    {
      id: 'letter',
      type: 'send-email',
      config: { template: mail.id, offer: null, whenHeld: 'wait' },
    },
    { id: 'sheep', type: 'wait-event', config: { event: 'Sheep Counted', atMost: 'P4D' } },
    { id: 'asks', type: 'condition', config: { branches: [branch] } },
    {
      id: 'tells',
      type: 'call-webhook',
      config: {
        method: 'POST',
        url: 'https://api.example/hook?token=t0psecret',
        headers: { Authorization: 'Bearer t0psecret' },
      },
    },
  ]
  const edges = [
    { from: 'start', exit: 'entered', to: 'letter' },
    { from: 'letter', exit: 'sent', to: 'sheep' },
    { from: 'sheep', exit: 'happened', to: 'asks' },
    { from: 'sheep', exit: 'timed-out', to: 'tells' },
    { from: 'asks', exit: 'yes', to: 'tells' },
  ]
  const { id } = await make('/api/flows', { name: 'Sheep', graph: { nodes, edges } })
  return { relance, flowId: id, ids: [mail.id, segment.id], nodes }
}

/** An empty scenario of another workspace, open. */
async function target(page: Page, workspace: string) {
  const relance = await testWorkspace(workspace, START)
  const { id } = await relance.call<{ id: string }>('POST', '/api/flows', {
    name: 'Elsewhere',
    graph: { nodes: [], edges: [] },
  })
  await openWorkspace(page, relance, workspace)
  await page.goto(`/scenarios/${id}`)
  await expect(page.getByRole('heading', { name: 'What starts it?' })).toBeVisible()
  return { relance, flowId: id }
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const onCanvas = (page: Page) => page.locator('[data-canvas]').focus()

test('UX7 steps copied as text paste into another workspace, which asks for exactly what it lacks', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const from = await source('Sheep farm')
  await openScenario(page, from.relance, 'Sheep farm', from.flowId)
  await onCanvas(page)
  await page.keyboard.press('Control+a')
  await page.locator('[data-step="start"]').click({ modifiers: ['Control'] })
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboard(page)).toContain('"relance":"nodes"')

  const field = page.getByRole('textbox', { name: 'Add a step' })
  await field.focus()
  await page.keyboard.press('Control+v')
  const text = await field.inputValue()
  const copied = JSON.parse(text)
  expect(copied.nodes).toHaveLength(4)
  expect(copied.needs.messages).toEqual([{ key: 'sheep-letter', name: 'Sheep letter', languages }])
  expect(copied.needs.events).toEqual(['Sheep Counted'])
  for (const secret of [...from.ids, 'ann@shop.example', 't0psecret'])
    expect(text).not.toContain(secret)

  const to = await target(page, 'Sheepless')
  await onCanvas(page)
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: 'Match 3 things' })
  const rows = dialog.locator('[data-match]')
  await expect(rows).toHaveCount(3)
  expect(await rows.evaluateAll((all) => all.map((one) => one.dataset.match))).toEqual([
    'template:Sheep letter',
    'segment:Shepherds',
    'event:Sheep Counted',
  ])
  await dialog.getByRole('button', { name: 'Paste 4 steps' }).click()
  await expect(steps(page)).toHaveCount(4)

  const { relance } = to
  const here = async (path: string) =>
    (await relance.call<Listed<{ id: string; name: string }>>('GET', path)).items
  const mail = (await here('/api/mail-templates?limit=200')).find(
    ({ name }) => name === 'Sheep letter',
  )
  const segment = (await here('/api/segments')).find(({ name }) => name === 'Shepherds')
  const made = await relance.call<{ languages: object }>('GET', `/api/mail-templates/${mail?.id}`)
  expect(made.languages).toMatchObject(languages)
  await expect.poll(async () => (await drawn(relance, to.flowId)).graph.nodes.length).toBe(4)
  const { graph } = await drawn(relance, to.flowId)
  const config = (type: string) => graph.nodes.find((node) => node.type === type)?.config
  const original = (id: string) => from.nodes.find((node) => node.id === id)?.config
  expect(config('send-email')).toEqual({ ...original('letter'), template: mail?.id })
  expect(config('wait-event')).toEqual(original('sheep'))
  expect(config('condition')).toEqual({
    branches: [
      {
        exit: 'yes',
        rule: {
          or: [
            { segment: segment?.id, member: true },
            { field: 'email', op: '=' },
          ],
        },
      },
    ],
  })
  expect(config('call-webhook')).toEqual({
    method: 'POST',
    url: 'https://api.example/hook',
    headers: { Authorization: '' },
  })
  expect(graph.edges).toHaveLength(4)

  // Now that it is here, nothing is asked any more.
  await onCanvas(page)
  await page.keyboard.press('Control+z')
  await expect(steps(page)).toHaveCount(0)
  const heard = { contact: { email: 'ann@shop.example' }, name: 'Sheep Counted' }
  await relance.call('POST', '/api/contacts', { email: 'ann@shop.example' })
  await relance.call('POST', '/api/events', heard)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'What starts it?' })).toBeVisible()
  await onCanvas(page)
  await page.keyboard.press('Control+v')
  await expect(steps(page)).toHaveCount(4)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('UX7 what is left empty is a problem, and texts that are not ours, or newer, are told apart', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copy = (text: string) => page.evaluate((each) => navigator.clipboard.writeText(each), text)
  await target(page, 'Pastes anything')
  const pasted = async (text: object | string) => {
    await copy(typeof text === 'string' ? text : JSON.stringify(text))
    await onCanvas(page)
    await page.keyboard.press('Control+v')
  }
  await pasted('buy milk')
  await expect(page.getByText('This is not a Relance step. Nothing was pasted.')).toBeVisible()
  await expect(steps(page)).toHaveCount(0)

  const wait = { id: 'w', type: 'wait-duration', version: 1, config: { for: 'P1D' } }
  const dream = { id: 'd', type: 'send-dream', version: 1, config: {} }
  await pasted({ relance: 'nodes', version: 2, nodes: [wait, dream], edges: [] })
  await expect(page.getByText('Made with a newer Relance; 1 step could not be read')).toBeVisible()
  await expect(steps(page)).toHaveCount(1)

  const mail = { id: 'm', type: 'send-email', version: 1, config: { template: 'lost' } }
  const needs = { messages: [{ key: 'lost', name: 'Lost letter', languages }] }
  await pasted({ relance: 'nodes', version: 1, nodes: [mail], edges: [], needs })
  const dialog = page.getByRole('dialog', { name: 'Match 1 thing' })
  await dialog.getByRole('combobox', { name: 'Message “Lost letter”' }).click()
  await page.getByRole('option', { name: 'Leave empty' }).click()
  await dialog.getByRole('button', { name: 'Paste 1 step' }).click()
  await expect(steps(page)).toHaveCount(2)
  await expect(page.locator('[data-problem="V05"]')).toHaveText('Choose a message to send.')
})
