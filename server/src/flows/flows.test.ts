import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, path, body, headers)

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

const smallGraph = {
  nodes: [
    { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
    { id: 'end', type: 'end', config: { as: 'exit', reason: 'finished' } },
  ],
  edges: [{ from: 'start', exit: 'entered', to: 'end' }],
}

test('templates say in the reader’s language what they are and whether the workspace is ready', async () => {
  const { json } = await ask('GET', '/api/scenario-templates', undefined, {
    'accept-language': 'fr',
  })
  const cart = json.items.find(({ key }: { key: string }) => key === 'cart-abandonment')
  expect(cart).toMatchObject({
    name: 'Panier abandonné',
    ready: { 'Order Completed': false, 'cart-help': true, email: false },
  })
})

test('a template becomes a flow that can be published as it is, with its mails and offers', async () => {
  const shipped = {
    'cart-abandonment': 'Panier abandonné',
    'declining-activity': 'Baisse d’activité',
    'score-drop': 'Baisse de score',
    'win-back': 'Reconquête',
  }
  for (const [template, title] of Object.entries(shipped)) {
    const made = await ask('POST', '/api/flows', { template, locale: 'fr' })
    expect(made.status).toBe(201)
    const { id, name, draft } = made.json
    expect(name).toBe(title)
    expect(draft).toMatchObject({ flowId: id, revision: 0 })
    const { json: problems } = await ask('GET', `/api/flows/${id}/problems`)
    expect(
      problems.items.filter(({ severity }: { severity: string }) => severity === 'fix'),
    ).toEqual([])
    const published = await ask('POST', `/api/flows/${id}/publish`, { people: 'finish' })
    expect(published).toMatchObject({ status: 200, json: { version: 1, entered: 0 } })
    expect((await ask('GET', `/api/flows/${id}`)).json).toMatchObject({
      status: 'live',
      version: 1,
      inside: 0,
    })
  }
  const { json: mails } = await ask('GET', '/api/mail-templates')
  expect(mails.items.map(({ key }: { key: string }) => key).sort()).toEqual(
    ['cart-help', 'cart-last-call', 'cart-reminder', 'credit', 'remember', 'selection'].sort(),
  )
  expect((await ask('GET', '/api/offers')).json.items).toMatchObject([
    { key: 'credit-25', valueCents: 2500, shown: 0 },
  ])
  const { json: list } = await ask('GET', '/api/flows')
  expect(list.items).toHaveLength(4)
  expect(list.items[0]).toMatchObject({
    status: 'live',
    hasChanges: false,
    problems: 0,
    inside: 0,
    converted: 0,
  })
  expect(list.items[0].triggerSummary).toMatch(/\w/)
})

test('a template for one segment lets in only its people, beside what its trigger asks already', async () => {
  const rule = { field: 'rfm.total', op: '>=', value: 12 }
  const { json: segment } = await ask('POST', '/api/segments', { name: 'Best', rule })
  const member = { segment: segment.id, member: true }
  const start = async (template: string) => {
    const body = { template, locale: 'en', name: 'For the best', segment: segment.id }
    const made = await ask('POST', '/api/flows', body)
    expect(made.status).toBe(201)
    return made.json.draft.graph.nodes.find(({ id }: { id: string }) => id === 'start').config
  }
  expect((await start('score-drop')).filter).toEqual({ and: [member] })
  expect((await start('commercial-inactive')).filter).toEqual({
    and: [member, { field: 'inactivity', op: '=', value: 'commercial' }],
  })
  const stranger = { template: 'score-drop', segment: '0198c3f4-0000-7000-8000-000000000000' }
  expect((await ask('POST', '/api/flows', stranger)).status).toBe(404)
})

test('a flow is made from a graph, saved by its revision, and never overwritten silently', async () => {
  const made = await ask('POST', '/api/flows', { name: 'Welcome', graph: smallGraph })
  const { id, draft } = made.json
  const saved = await ask('PUT', `/api/flows/${id}/draft`, {
    ...draft,
    positions: { start: { x: 1, y: 2 } },
  })
  expect(saved.json).toMatchObject({ revision: 1, positions: { start: { x: 1, y: 2 } } })
  const stale = await ask('PUT', `/api/flows/${id}/draft`, { ...draft, positions: {} })
  expect(stale.status).toBe(409)
  expect(stale.json).toMatchObject({
    code: 'conflict',
    current: { revision: 1, positions: { start: { x: 1, y: 2 } } },
  })
  expect((await ask('PATCH', `/api/flows/${id}`, { name: 'Hello' })).json).toMatchObject({
    name: 'Hello',
    status: 'draft',
  })
  expect((await ask('DELETE', `/api/flows/${id}`)).status).toBe(204)
  expect((await ask('GET', `/api/flows/${id}`)).status).toBe(404)
})

test('a draft with problems is kept, and publishing it answers 409 with the list', async () => {
  const graph = { ...smallGraph, edges: [] }
  const { json } = await ask('POST', '/api/flows', {
    name: 'Unfinished',
    graph,
    settings: { goal: 'none' },
  })
  const refused = await ask('POST', `/api/flows/${json.id}/publish`, { people: 'finish' })
  expect(refused.status).toBe(409)
  expect(refused.json.problems.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['V02', 'V03']),
  )
  expect(refused.json.problems[0]).toMatchObject({ severity: 'fix', message: expect.any(String) })
  expect((await ask('GET', `/api/flows/${json.id}/draft`)).json.graph.nodes).toHaveLength(2)
})

test('publishing takes the draft that was looked at, or nothing', async () => {
  const settings = { goal: 'none' }
  const { json } = await ask('POST', '/api/flows', { name: 'Seen', graph: smallGraph, settings })
  const path = `/api/flows/${json.id}`
  const { revision } = (await ask('GET', `${path}/publish-preview`)).json
  const draft = (await ask('GET', `${path}/draft`)).json
  await ask('PUT', `${path}/draft`, { ...draft, positions: { a: { x: 1, y: 1 } } })
  const stale = await ask('POST', `${path}/publish`, { people: 'finish', revision })
  expect(stale).toMatchObject({ status: 409, json: { code: 'conflict' } })
  const seen = (await ask('GET', `${path}/publish-preview`)).json.revision
  expect(seen).toBe(revision + 1)
  const fresh = await ask('POST', `${path}/publish`, { people: 'finish', revision: seen })
  expect(fresh).toMatchObject({ status: 200, json: { version: 1 } })
})

test('a flow is published, paused, resumed and stopped; its versions stay readable', async () => {
  const { json } = await ask('POST', '/api/flows', {
    name: 'Small',
    graph: smallGraph,
    settings: { goal: 'none' },
  })
  const path = `/api/flows/${json.id}`
  const { json: preview } = await ask('GET', `${path}/publish-preview`)
  expect(preview).toMatchObject({ next: 1, live: null, inside: 0, byNode: [], alreadyPast: null })
  expect((await ask('POST', `${path}/publish`, { people: 'finish' })).json).toEqual({
    version: 1,
    entered: 0,
  })
  expect((await ask('POST', `${path}/pause`)).json).toMatchObject({ status: 'paused' })
  expect((await ask('POST', `${path}/pause`)).status).toBe(409)
  expect((await ask('POST', `${path}/resume`, { overdue: { mode: 'now' } })).json).toMatchObject({
    status: 'live',
  })
  expect((await ask('POST', `${path}/stop`, {})).json).toMatchObject({ status: 'stopped' })
  expect((await ask('GET', `${path}/versions`)).json.items).toMatchObject([
    { version: 1, people: 0 },
  ])
  expect((await ask('GET', `${path}/versions/1`)).json).toMatchObject({
    version: 1,
    graph: { nodes: [{ id: 'start' }, { id: 'end' }] },
  })
  expect((await ask('GET', `${path}/stats`)).json).toEqual({
    nodes: {},
    inside: 0,
    entered: 0,
    converted: 0,
  })
  expect((await ask('GET', `${path}/enrolments`)).json).toEqual({ items: [], next: null })
  expect((await ask('DELETE', path)).status).toBe(409)
})

test('a template listens to the name a shop gives an event that only it tells', async () => {
  const asked = {
    template: 'post-delivery',
    locale: 'fr',
    events: { 'Order Delivered': 'Colis livré' },
  }
  const { status, json } = await ask('POST', '/api/flows', asked)
  expect(status).toBe(201)
  expect(JSON.stringify(json.draft)).toContain('Colis livré')
  expect(JSON.stringify(json.draft)).not.toContain('Order Delivered')
  const order = await ask('POST', '/api/flows', {
    ...asked,
    events: { 'Order Completed': 'Achat' },
  })
  expect(order.status).toBe(400)
})
