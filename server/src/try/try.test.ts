import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestBatch } from '@relance/db/event/ingest-batch'
import { react } from '@relance/db/testing/know-workspace'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app'
import { issueSignInLink } from '../auth/auth'
import { seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'
import type { TestMail } from './mail-path'

let t: TestApp
let shop: TestWorkspace
let contactId: string
let templateId: string
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  await ingestBatch(
    shop.scope,
    [
      {
        type: 'identify',
        userId: 'claire',
        traits: { email: 'claire@shop.example', firstName: 'Claire', consent: { email: true } },
      },
    ],
    { source: 'test' },
  )
  await react(shop.scope)
  const mail = await t.ask(shop.apiKey, 'POST', '/api/mail-templates', {
    name: 'Welcome',
    languages: {
      en: {
        subject: 'Welcome {{ contact.first_name }}',
        preheader: '',
        mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>Good to see you. <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text></mj-column></mj-section></mj-body></mjml>',
      },
    },
  })
  templateId = mail.json.id
  const found = await t.ask(shop.apiKey, 'GET', '/api/contacts?externalId=claire')
  contactId = found.json.items[0].id
})
afterAll(() => t.close())

const drawing = (template: string) => ({
  graph: {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      { id: 'mail-1', type: 'send-email', version: 1, config: { template } },
      { id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D' } },
      { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'finished' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'mail-1' },
      { from: 'mail-1', exit: 'sent', to: 'day' },
      { from: 'day', exit: 'done', to: 'end' },
    ],
  },
  settings: { goal: { event: 'Order Completed' } },
})

const newFlow = async () =>
  (
    await t.ask(shop.apiKey, 'POST', '/api/flows', {
      name: 'Welcome',
      ...drawing(templateId),
    })
  ).json.id as string

test('the draft is walked with a real customer, step by step and in the reader’s words', async () => {
  const flowId = await newFlow()
  const { status, json } = await t.ask(
    shop.apiKey,
    'POST',
    `/api/flows/${flowId}/try`,
    { contactId },
    { 'accept-language': 'fr' },
  )
  expect(status).toBe(200)
  expect(
    json.steps.map(({ n, nodeId, exit, next }: Record<string, unknown>) => [n, nodeId, exit, next]),
  ).toEqual([
    [1, 'start', 'entered', 'mail-1'],
    [2, 'mail-1', 'sent', 'day'],
    [3, 'day', 'done', 'end'],
    [4, 'end', null, null],
  ])
  expect(json.mails).toMatchObject([
    { nodeId: 'mail-1', outcome: 'sent', subject: 'Welcome Claire', error: null },
  ])
  expect(json.mails[0].html).not.toContain('/o/')
  expect(json.choices).toMatchObject([{ key: 'day:1:wait:1', is: 'nothing', isAssumed: true }])
  expect(json.end).toMatchObject({
    at: '2026-03-03T10:00:00.000Z',
    words: 'Fin\u00a0: fin de la série.',
  })
})

test('the mails of a path reach a member as tests, and a key has no address to send them to', async () => {
  const flowId = await newFlow()
  const sent: TestMail[] = []
  const app = createApp({ ...t.services, sendTestMail: async (mail) => void sent.push(mail) })
  const link = (await issueSignInLink(t.auth, t.owner.email)).replace('http://localhost:3000', '')
  const cookie = (await t.app.request(link)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const answered = await app.request(`/api/flows/${flowId}/try/mails`, {
    method: 'POST',
    headers: {
      ...{ cookie, 'content-type': 'application/json', 'accept-language': 'en' },
      'relance-workspace': shop.scope.workspaceId,
    },
    body: JSON.stringify({ contactId }),
  })
  expect(await answered.json()).toEqual({ sent: 1, to: 'owner@shop.example' })
  expect(sent).toMatchObject([{ to: 'owner@shop.example', subject: '[Test] Welcome Claire' }])
  expect(sent[0]?.html).toContain('A test, as Claire would get it')
  expect(sent[0]?.html).not.toContain('/r/')
  const messages = await t.ask(shop.apiKey, 'GET', `/api/messages?flowId=${flowId}`)
  expect(messages.json.items).toEqual([])
  const byKey = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try/mails`, { contactId })
  expect(byKey.status).toBe(403)
})

test('what is drawn now is tried, saved or not; what cannot run yet answers with its problems', async () => {
  const flowId = await newFlow()
  const other = drawing(templateId)
  other.graph.nodes = other.graph.nodes.filter(({ id }) => id !== 'day')
  other.graph.edges = [
    { from: 'start', exit: 'entered', to: 'mail-1' },
    { from: 'mail-1', exit: 'sent', to: 'end' },
  ]
  const tried = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try`, {
    ...{ contactId, drawing: other },
  })
  expect(tried.json.steps.map(({ nodeId }: { nodeId: string }) => nodeId)).toEqual([
    ...['start', 'mail-1', 'end'],
  ])
  other.graph.edges.pop()
  const broken = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try`, {
    ...{ contactId, drawing: other },
  })
  expect(broken.status).toBe(409)
  expect(broken.json.problems.map(({ code }: { code: string }) => code)).toContain('V02')
})

test('a customer of another workspace, or nobody’s, cannot be tried with', async () => {
  const flowId = await newFlow()
  const theirs = await seedRun((await t.workspace()).scope, 'secret-customer')
  const asked = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try`, {
    contactId: theirs.contactId,
  })
  expect(asked.status).toBe(404)
  const own = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try`, {
    ...{ contactId, runId: theirs.enrolmentId },
  })
  expect(own.status).toBe(404)
})

test('whoever entered within a week is proposed with their run, whoever did not without one', async () => {
  const { flowId, contactId: inside } = await seedRun(shop.scope, 'inside')
  const at = (who: string) => `/api/flows/${flowId}/try/people?who=${who}`
  const entered = await t.ask(shop.apiKey, 'GET', at('entered'))
  expect(entered.json.items).toMatchObject([{ contactId: inside, runId: expect.any(String) }])
  const others = await t.ask(shop.apiKey, 'GET', at('not-entered'))
  expect(others.json.items).toMatchObject([{ contactId, runId: null }])
})

test('a customer who is being moved is not waited for: the rehearsal gives up', async () => {
  const flowId = await newFlow()
  const held = await inTransaction(shop.scope, async (tx) => {
    await tx.sql`select 1 from contacts where id = ${contactId} for no key update`
    return t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/try`, { contactId })
  })
  expect(held.status).toBe(503)
})

test('a back-test waits for a worker, is told as far as it has come, and can be stopped', async () => {
  const flowId = await newFlow()
  const at = `/api/flows/${flowId}/backtest`
  expect((await t.ask(shop.apiKey, 'GET', at)).json).toEqual({ backtest: null })
  const begun = await t.ask(shop.apiKey, 'POST', at, {})
  expect(begun.status).toBe(202)
  expect(begun.json).toMatchObject({
    ...{ state: 'queued', total: null, done: 0, entered: 0 },
    ...{ from: '2026-01-31T10:00:00.000Z', until: '2026-03-02T10:00:00.000Z' },
  })
  expect((await t.ask(shop.apiKey, 'DELETE', at)).status).toBe(204)
  expect((await t.ask(shop.apiKey, 'GET', at)).json.backtest.state).toBe('cancelled')
})

test('what a step’s value would change is worked out beside the live version, and forgotten when it is dropped', async () => {
  const { flowId } = await seedRun(shop.scope, 'effect')
  const { graph, settings } = (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/draft`)).json
  const shorter = graph.nodes.map((node: { id: string }) =>
    node.id === 'week' ? { ...node, config: { for: 'P1D', since: 'here' } } : node,
  )
  const ask = (nodeId: string) =>
    t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/steps/${nodeId}/effect`, {
      drawing: { graph: { ...graph, nodes: shorter }, settings },
    })
  const begun = await ask('week')
  expect(begun.status).toBe(202)
  expect(begun.json.effect).toMatchObject({
    ...{ nodeId: 'week', state: 'queued', total: null, done: 0, live: null, error: null },
    drawn: { entered: 0, came: 0, exits: {} },
  })
  // Ada came here at the workspace’s now: a day is not over yet.
  expect(begun.json.waiting).toEqual({ people: 1, atOnce: 0 })
  const again = await ask('week')
  const at = (id: string) => `/api/flows/${flowId}/effects/${id}`
  expect((await t.ask(shop.apiKey, 'GET', at(begun.json.effect.id))).status).toBe(404)
  const kept = at(again.json.effect.id)
  expect((await t.ask(shop.apiKey, 'GET', kept)).json.state).toBe('queued')
  expect((await t.ask(shop.apiKey, 'DELETE', kept)).status).toBe(204)
  expect((await t.ask(shop.apiKey, 'GET', kept)).status).toBe(404)
  expect((await ask('nowhere')).status).toBe(404)
  // Beside the whole drawing’s own back-test, which tells of the live version once there is one.
  const whole = await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/backtest`, {})
  expect(whole.json.live).toEqual({ version: 1, entered: null, days: {}, nodes: {} })
  expect(
    (await t.ask(shop.apiKey, 'POST', `/api/flows/${await newFlow()}/backtest`, {})).json.live,
  ).toBeNull()
})
