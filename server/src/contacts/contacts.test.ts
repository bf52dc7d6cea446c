import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, path, body, headers)

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

test('a contact is made, completed, and found by number, email and name', async () => {
  const made = await ask('POST', '/api/contacts', {
    externalId: 'c-9',
    email: 'Zoe@shop.example',
    firstName: 'Zoé',
    city: 'Lyon',
  })
  expect(made).toMatchObject({ status: 201, json: { externalId: 'c-9', traits: { city: 'Lyon' } } })
  const completed = await ask('POST', '/api/contacts', {
    externalId: 'c-9',
    lastName: 'Martin',
    consent: { email: true },
  })
  expect(completed).toMatchObject({
    status: 200,
    json: {
      firstName: 'Zoé',
      lastName: 'Martin',
      consents: { email: { state: 'given', source: 'api' } },
    },
  })
  for (const query of ['externalId=c-9', 'email=zoe@shop.example', 'search=mart']) {
    expect((await ask('GET', `/api/contacts?${query}`)).json.items).toMatchObject([
      { id: made.json.id },
    ])
  }
  expect((await ask('POST', '/api/contacts', { email: 'nonsense' })).json).toMatchObject({
    status: 400,
    field: 'email',
  })
})

test('a contact’s page tells events, messages and steps in the reader’s language, newest first', async () => {
  await ask('POST', '/api/events', {
    contact: { externalId: 'c-1' },
    name: 'Order Completed',
    properties: { order_id: 'o1', revenue: 40, currency: 'EUR' },
  })
  const { json } = await ask('GET', `/api/contacts/${run.contactId}/timeline`, undefined, {
    'accept-language': 'fr',
  })
  expect(json.items[0]).toMatchObject({
    kind: 'event',
    icon: 'shopping-bag',
    title: 'Une commande',
    name: 'Order Completed',
  })
  expect(json.items[0].detail).toContain('40,00')
  await ask('POST', '/api/events', {
    contact: { externalId: 'c-1' },
    name: 'Order Refunded',
    properties: { order_id: 'o1', total: 15 },
  })
  const { json: refunded } = await ask('GET', `/api/contacts/${run.contactId}/timeline?limit=1`)
  expect(refunded.items[0]).toMatchObject({ title: 'A refund', detail: 'o1 · €15.00' })
  const message = json.items.find(({ kind }: { kind: string }) => kind === 'message')
  expect(message).toMatchObject({ title: 'E-mail envoyé', flowId: run.flowId, state: 'sent' })
  const steps = json.items.filter(({ kind }: { kind: string }) => kind === 'step')
  // Entered, sent, waits: leaving the trigger is not told apart from entering.
  expect(steps).toHaveLength(3)
  expect(steps[0]).toMatchObject({ nodeId: 'week', title: expect.stringContaining('Attente') })
})

test('a timeline pages without gap or repetition', async () => {
  const all = (await ask('GET', `/api/contacts/${run.contactId}/timeline`)).json.items.map(
    ({ id }: { id: string }) => id,
  )
  const paged: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { json }: { json: { items: { id: string }[]; next: string | null } } = await ask(
      'GET',
      `/api/contacts/${run.contactId}/timeline?limit=2${cursor && `&cursor=${cursor}`}`,
    )
    paged.push(...json.items.map(({ id }) => id))
    cursor = json.next
  }
  expect(paged).toEqual(all)
})

test('a contact’s scenarios, a run’s trace and messages say where they stand and why', async () => {
  const { json: enrolments } = await ask('GET', `/api/contacts/${run.contactId}/enrolments`)
  expect(enrolments.items).toMatchObject([
    { id: run.enrolmentId, state: 'waiting', nodeId: 'week', flowName: expect.any(String) },
  ])
  const { json: trace } = await ask('GET', `/api/enrolments/${run.enrolmentId}/trace`)
  expect(trace.items.map(({ words }: { words: string }) => words)).toMatchObject([
    expect.stringContaining('Entered'),
    expect.stringContaining('Message prepared'),
    expect.stringContaining('Waiting until 9 March 2026'),
  ])
  const { json: messages } = await ask('GET', `/api/messages?contactId=${run.contactId}`)
  expect(messages.items).toMatchObject([
    { id: run.messageId, state: 'sent', subject: 'For you', sentAt: '2026-03-02T10:00:00.000Z' },
  ])
  const content = await ask('GET', `/api/messages/${run.messageId}/content`)
  expect(content.json).toEqual({ subject: 'For you', html: '<p>For you</p>', text: 'For you' })
})

test('figures add up, and the people behind each figure are as many', async () => {
  const { json: stats } = await ask('GET', `/api/flows/${run.flowId}/stats`)
  expect(stats).toMatchObject({ inside: 1, entered: 1, converted: 0 })
  expect(stats.nodes.start).toMatchObject({
    entered: 1,
    waiting: 0,
    passed: 1,
    left: 0,
    exits: { entered: 1 },
  })
  expect(stats.nodes.week).toMatchObject({ entered: 1, waiting: 1, passed: 0, left: 0 })
  for (const [nodeId, figures] of Object.entries<Record<string, number>>(stats.nodes)) {
    for (const figure of ['entered', 'waiting', 'passed', 'left']) {
      const { json } = await ask(
        'GET',
        `/api/flows/${run.flowId}/enrolments?nodeId=${nodeId}&figure=${figure}`,
      )
      expect(`${nodeId} ${figure} ${json.items.length}`).toBe(
        `${nodeId} ${figure} ${figures[figure]}`,
      )
    }
  }
})

test('a person can be taken out by hand, and then has left that step', async () => {
  expect((await ask('POST', `/api/enrolments/${run.enrolmentId}/retry`)).status).toBe(409)
  const ended = await ask('POST', `/api/enrolments/${run.enrolmentId}/end`, { reason: 'asked us' })
  expect(ended.json).toMatchObject({ state: 'ended', endReason: 'removed', endDetail: 'asked us' })
  const { json: stats } = await ask('GET', `/api/flows/${run.flowId}/stats`)
  expect(stats.nodes.week).toMatchObject({ entered: 1, waiting: 0, passed: 0, left: 1 })
})
