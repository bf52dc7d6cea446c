import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, path, body, headers)

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  await ask('PATCH', `/api/workspaces/${shop.scope.workspaceId}`, { timeZone: 'Europe/Paris' })
})
afterAll(() => t.close())

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text><mj-text><a href="{{ unsubscribe_url }}">Stop</a></mj-text></mj-column></mj-section></mj-body></mjml>`

/** A newsletter as a draft, with its mail. */
async function draftNewsletter(config: Record<string, unknown> = {}) {
  const mail = await ask('POST', '/api/mail-templates', {
    ...{ name: 'News', locale: 'en', subject: 'News', mjml: mjml('News'), text: 'News' },
  })
  const graph = {
    nodes: [
      { id: 'start', type: 'on-schedule', config: { at: '2026-03-09T08:00:00Z', ...config } },
      { id: 'mail', type: 'send-email', config: { template: mail.json.id } },
      { id: 'end', type: 'end', config: { as: 'exit', reason: 'sent' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail' },
      { from: 'mail', exit: 'sent', to: 'end' },
    ],
  }
  const settings = { goal: 'none', typology: 'information' }
  const made = await ask('POST', '/api/flows', { name: 'News', graph, settings })
  expect(made.status).toBe(201)
  return { id: made.json.id as string, mailId: mail.json.id as string, draft: made.json.draft }
}

const publish = (id: string) => ask('POST', `/api/flows/${id}/publish`, { people: 'finish' })
const approve = (id: string, kind: string) => ask('POST', `/api/flows/${id}/approvals`, { kind })

test('nothing is sent to an audience before content and target are approved', async () => {
  const { id } = await draftNewsletter()
  expect(await publish(id)).toMatchObject({
    status: 409,
    json: { code: 'conflict', reason: 'not-approved', missing: ['content', 'target'] },
  })
  expect((await approve(id, 'content')).json).toMatchObject({
    ...{ needed: true, people: 0, target: null },
    content: { at: '2026-03-02T10:00:00.000Z' },
  })
  expect((await publish(id)).json).toMatchObject({ missing: ['target'] })
  await approve(id, 'target')
  expect((await publish(id)).status).toBe(200)
  expect((await ask('GET', `/api/flows/${id}/sendings`)).json).toEqual({
    ...{ nextAt: '2026-03-09T08:00:00.000Z', items: [] },
  })
})

test('a new text of the mail, or another audience, needs another approval; another hour does not', async () => {
  const { id, mailId, draft } = await draftNewsletter()
  await approve(id, 'content')
  await approve(id, 'target')
  const change = async (config: Record<string, unknown>) => {
    const { json: current } = await ask('GET', `/api/flows/${id}/draft`)
    const nodes = draft.graph.nodes.map((node: { id: string; config: object }) =>
      node.id === 'start' ? { ...node, config: { ...node.config, ...config } } : node,
    )
    await ask('PUT', `/api/flows/${id}/draft`, { ...current, graph: { ...draft.graph, nodes } })
    const { json } = await ask('GET', `/api/flows/${id}/approvals`)
    return { content: json.content !== null, target: json.target !== null }
  }
  expect(await change({ at: '2026-03-10T08:00:00Z', pace: 'hour', people: 100 })).toEqual({
    ...{ content: true, target: true },
  })
  const audience = { consent: 'email', state: 'given' }
  expect(await change({ audience })).toEqual({ content: true, target: false })
  expect(await change({})).toEqual({ content: true, target: true })
  const content = { subject: 'Other', mjml: mjml('Other'), text: 'Other' }
  await ask('PUT', `/api/mail-templates/${mailId}/contents/en`, content)
  expect((await ask('GET', `/api/flows/${id}/approvals`)).json).toMatchObject({ content: null })
})

test('whoever approves is told what is sent, to whom, when and how fast', async () => {
  const { id, mailId } = await draftNewsletter({
    ...{ zone: 'contact', pace: 'hour', people: 500 },
    audience: { and: [{ consent: 'email', state: 'given' }] },
  })
  expect((await ask('GET', `/api/flows/${id}/approvals`)).json).toMatchObject({
    says: 'On 9 March 2026, 09:00 local time, for whoever agrees to emails, 500 an hour',
    at: '2026-03-09T08:00:00.000Z',
    mails: [{ id: mailId, name: 'News' }],
  })
})

test('an approval is of the draft that was looked at', async () => {
  const { id } = await draftNewsletter()
  const stale = await ask('POST', `/api/flows/${id}/approvals`, { kind: 'content', revision: 7 })
  expect(stale.status).toBe(409)
  expect((await ask('POST', `/api/flows/${id}/approvals`, { kind: 'all' })).status).toBe(400)
})

test('what each person’s own doing starts needs no approval', async () => {
  const graph = {
    nodes: [
      { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
      { id: 'end', type: 'end', config: { as: 'exit', reason: 'done' } },
    ],
    edges: [{ from: 'start', exit: 'entered', to: 'end' }],
  }
  const made = await ask('POST', '/api/flows', { name: 'Other', graph })
  expect((await ask('GET', `/api/flows/${made.json.id}/approvals`)).json).toMatchObject({
    needed: false,
  })
  expect((await approve(made.json.id, 'content')).status).toBe(409)
})

test('a sending that does not exist cannot be cancelled, and says so in the reader’s language', async () => {
  const { id } = await draftNewsletter()
  const gone = await ask(
    ...(['POST', `/api/flows/${id}/sendings/0198c3f4-0000-7000-8000-000000000000/cancel`] as const),
    undefined,
    { 'accept-language': 'fr' },
  )
  expect(gone).toMatchObject({ status: 404, json: { detail: 'Cet envoi n’existe pas.' } })
})

test('a newsletter that waits for its approval can be cancelled, and is seen as cancelled', async () => {
  const { id } = await draftNewsletter()
  expect((await ask('GET', `/api/flows/${id}`)).json).toMatchObject({ sending: 'to-come' })
  const cancelled = await ask('POST', `/api/flows/${id}/cancel`)
  expect(cancelled).toMatchObject({
    status: 200,
    json: { status: 'draft', sending: 'over', cancelled: { at: '2026-03-02T10:00:00.000Z' } },
  })
  const { json } = await ask('GET', '/api/flows')
  const listed = json.items.find((flow: { id: string }) => flow.id === id)
  expect(listed).toMatchObject({ isCancelled: true, sending: 'over' })
  const again = await ask('POST', `/api/flows/${id}/cancel`, undefined, { 'accept-language': 'fr' })
  expect(again).toMatchObject({
    status: 409,
    json: { reason: 'cancelled', detail: 'Cette newsletter a déjà été annulée.' },
  })
  await approve(id, 'content')
  await approve(id, 'target')
  expect((await publish(id)).status).toBe(200)
  expect((await ask('GET', `/api/flows/${id}`)).json).toMatchObject({
    ...{ status: 'live', sending: 'to-come', cancelled: null },
  })
})

test('before a paused newsletter goes on it is said when it leaves', async () => {
  const { id } = await draftNewsletter({ pace: 'hour', people: 200 })
  await approve(id, 'content')
  await approve(id, 'target')
  await publish(id)
  await ask('POST', `/api/flows/${id}/pause`)
  expect((await ask('GET', `/api/flows/${id}/resume-preview`)).json).toEqual({
    overdue: 0,
    sending: {
      ...{ people: 0, isLocal: false, passedAt: null, nextAt: '2026-03-09T08:00:00.000Z' },
      pace: { pace: 'hour', people: 200, over: null },
    },
  })
})

test('the hour in the list of scenarios is the one the sending leaves at, by the workspace’s clock', async () => {
  const { id } = await draftNewsletter({ at: '2026-03-30T07:00:00Z', zone: 'contact' })
  const { json } = await ask('GET', '/api/flows')
  const listed = json.items.find((flow: { id: string }) => flow.id === id)
  expect(listed.triggerSummary).toMatch(/^On 30 March 2026, 09:00 local time/)
})
