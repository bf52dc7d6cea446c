import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestBatch } from '@relance/db/event/ingest-batch'
import { react } from '@relance/db/testing/know-workspace'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let contactId: string
let flowId: string
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  await said({ type: 'identify', userId: 'claire', traits: { firstName: 'Claire' } })
  const found = await t.ask(shop.apiKey, 'GET', '/api/contacts?externalId=claire')
  contactId = found.json.items[0].id
})
afterAll(() => t.close())

const said = async (...events: Record<string, unknown>[]) => {
  await ingestBatch(shop.scope, events, { source: 'test' })
  await react(shop.scope)
}

/** Waits for a week, then asks whether somebody came back to the site meanwhile. */
const drawing = (wait = 'P7D') => ({
  graph: {
    nodes: [
      { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
      { id: 'week', type: 'wait-duration', version: 1, config: { for: wait } },
      {
        id: 'reacted',
        type: 'condition',
        version: 1,
        config: {
          branches: [{ exit: 'yes', rule: { event: 'visit', since: 'entry' } }],
          otherwise: { exit: 'no' },
        },
      },
      { id: 'back', type: 'end', version: 1, config: { as: 'exit', reason: 'came back' } },
      { id: 'lost', type: 'end', version: 1, config: { as: 'exit', reason: 'finished' } },
    ],
    edges: [
      { from: 'start', exit: 'entered', to: 'week' },
      { from: 'week', exit: 'done', to: 'reacted' },
      { from: 'reacted', exit: 'yes', to: 'back' },
      { from: 'reacted', exit: 'no', to: 'lost' },
    ],
  },
  settings: { goal: 'none' },
})

/** Whoever came back is sent to the other end. */
const turned = () => {
  const changed = drawing()
  changed.graph.edges = changed.graph.edges.map((edge) =>
    edge.exit === 'yes' ? { ...edge, to: 'lost' } : edge,
  )
  changed.graph.nodes = changed.graph.nodes.filter(({ id }) => id !== 'back')
  return changed
}

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, `/api/flows/${flowId}${path}`, body, headers)

beforeEach(async () => {
  const made = await t.ask(shop.apiKey, 'POST', '/api/flows', { name: 'Welcome', ...drawing() })
  flowId = made.json.id
})

const CAME_BACK = { 'reacted:1:fact:1': { is: 'yes' } }

const save = (more: Record<string, unknown> = {}) =>
  ask('POST', '/checks', { name: 'Comes back', contactId, choices: CAME_BACK, ...more })

test('a check keeps the customer, the choices and where they come to, and passes while the drawing is the same', async () => {
  const kept = await save()
  expect(kept.status).toBe(201)
  expect(kept.json).toMatchObject({
    ...{ name: 'Comes back', compares: 'end', contact: { id: contactId, firstName: 'Claire' } },
    asked: { runId: null, at: '2026-03-02T10:00:00.000Z', choices: CAME_BACK },
    expected: { refused: null, end: 'End: came back.', standing: null },
  })
  expect((await ask('GET', '/checks')).json.items).toMatchObject([{ id: kept.json.id }])
  const run = await ask('POST', '/checks/run', {})
  expect(run.json.items).toMatchObject([
    { checkId: kept.json.id, outcome: 'passes', differs: null, reason: null },
  ])
  expect((await ask('DELETE', `/checks/${kept.json.id}`)).status).toBe(204)
  expect((await ask('GET', '/checks')).json.items).toEqual([])
  expect((await ask('DELETE', `/checks/${kept.json.id}`)).status).toBe(404)
})

test('a drawing that leads elsewhere fails, and says at which step and to which end, in the reader’s words', async () => {
  await save()
  const run = await ask('POST', '/checks/run', { drawing: turned() }, { 'accept-language': 'fr' })
  expect(run.json.items).toMatchObject([
    {
      outcome: 'fails',
      expected: { end: 'Fin\u00a0: retour spontané.' },
      got: { end: 'Fin\u00a0: fin de la série.' },
      differs: { n: 4, expected: { nodeId: 'back', type: 'end' }, got: { nodeId: 'lost' } },
    },
  ])
})

test('only the end counts, or each step where that is asked for', async () => {
  await save()
  await save({ name: 'Step by step', compares: 'path' })
  const longer = drawing()
  longer.graph.nodes.push({
    ...{ id: 'day', type: 'wait-duration', version: 1, config: { for: 'P1D' } },
  })
  longer.graph.edges.push({ from: 'day', exit: 'done', to: 'back' })
  longer.graph.edges = longer.graph.edges.map((edge) =>
    edge.exit === 'yes' ? { ...edge, to: 'day' } : edge,
  )
  const run = await ask('POST', '/checks/run', { drawing: longer })
  expect(run.json.items).toMatchObject([
    { name: 'Comes back', outcome: 'passes', differs: { n: 4 } },
    { name: 'Step by step', outcome: 'fails', differs: { n: 4, got: { nodeId: 'day' } } },
  ])
})

test('what happens after it was saved changes nothing of a check', async () => {
  await save({ choices: { 'reacted:1:fact:1': { is: 'no' } } })
  const before = await ask('POST', '/checks/run', {})
  expect(before.json.items).toMatchObject([{ outcome: 'passes' }])
  await t.ask(shop.apiKey, 'POST', '/api/test-clock/advance', { to: '2026-03-04T10:00:00Z' })
  const page = { type: 'page', userId: 'claire', name: 'Home', messageId: 'seen-later' }
  await said(page)
  const now = await ask('POST', '/try', { contactId, at: '2026-03-02T10:00:00Z' })
  expect(now.json.end.words).toBe('End: came back.')
  const after = await ask('POST', '/checks/run', {})
  expect(after.json.items).toMatchObject([{ outcome: 'passes', differs: null }])
})

test('publishing is refused while a check fails, unless that is said, and goes on once it passes', async () => {
  const kept = await save()
  const { json: draft } = await ask('GET', '/draft')
  const put = await ask('PUT', '/draft', { ...draft, ...turned() })
  expect(put.status).toBe(200)
  const refused = await ask('POST', '/publish', { people: 'finish' })
  expect(refused.status).toBe(409)
  expect(refused.json).toMatchObject({
    ...{ reason: 'checks-fail', detail: 'Saved checks do not pass: see `checks`.' },
    checks: [{ checkId: kept.json.id, outcome: 'fails' }],
  })
  const anyway = await ask('POST', '/publish', { people: 'finish', evenIfChecksFail: true })
  expect(anyway.json).toMatchObject({ version: 1 })
  const expected = await ask('PUT', `/checks/${kept.json.id}`, {})
  expect(expected.json.expected.end).toBe('End: end of the series.')
  const again = await ask('POST', '/publish', { people: 'finish' })
  expect(again.json).toMatchObject({ version: 2 })
})

test('a start is scheduled like a publication: refused while a check fails, unless that is said; then it may fail at its instant, too', async () => {
  await save()
  const { json: draft } = await ask('GET', '/draft')
  await ask('PUT', '/draft', { ...draft, ...turned() })
  const later = { people: 'finish', startAt: '2026-04-20T08:00:00Z' }
  const refused = await ask('POST', '/publish', later)
  expect(refused).toMatchObject({ status: 409, json: { reason: 'checks-fail' } })
  const anyway = await ask('POST', '/publish', { ...later, evenIfChecksFail: true })
  expect(anyway.status).toBe(202)
  expect(await ask('POST', '/scheduled-start/now')).toMatchObject({
    ...{ status: 200, json: { version: 1 } },
  })
})

test('a check that comes to fail after a start was confirmed refuses it by hand as well, in the reader’s words', async () => {
  const kept = await save()
  const later = { people: 'finish', startAt: '2026-04-20T08:00:00Z' }
  expect((await ask('POST', '/publish', later)).status).toBe(202)
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      update scheduled_acts set choices = jsonb_set(choices, '{checks,0,expected,end,detail}', '"elsewhere"')
      where workspace_id = ${workspaceId} and flow_id = ${flowId}`,
  )
  const now = await ask('POST', '/scheduled-start/now', undefined, { 'accept-language': 'fr' })
  expect(now).toMatchObject({
    status: 409,
    json: { reason: 'checks-fail', names: [kept.json.name] },
  })
  expect(now.json.detail).toBe(
    'Ces vérifications enregistrées ne donnent plus le résultat confirmé à la programmation\u00a0: Comes back.',
  )
  expect((await ask('GET', '')).json).toMatchObject({ version: null, scheduled: { failed: null } })
})

test('whoever is kept out is expected to be, and a drawing that cannot run answers with its problems', async () => {
  const picky = drawing()
  const [start] = picky.graph.nodes
  if (start) Object.assign(start.config, { filter: { field: 'ordersCount', op: '>=', value: 2 } })
  await save({ drawing: picky })
  const run = await ask('POST', '/checks/run', { drawing: picky })
  expect(run.json.items).toMatchObject([{ outcome: 'passes', got: { steps: [], end: null } }])
  const open = await ask('POST', '/checks/run', {})
  expect(open.json.items).toMatchObject([{ outcome: 'fails', got: { refused: null } }])
  picky.graph.edges.pop()
  const broken = await ask('POST', '/checks/run', { drawing: picky })
  expect(broken.status).toBe(409)
  expect(broken.json.problems.map(({ code }: { code: string }) => code)).toContain('V02')
})

test('a scenario has 20 checks at most, and the next one says so', async () => {
  for (let n = 0; n < 20; n++) expect((await save({ name: `Check ${n}` })).status).toBe(201)
  const full = await save()
  expect(full.status).toBe(429)
  expect(full.json.detail).toBe('A scenario has 20 saved checks at most.')
})

test('a check of another workspace’s customer, or without a name, is not kept', async () => {
  expect((await save({ name: ' ' })).status).toBe(400)
  const unknown = await save({ contactId: '01980000-0000-7000-8000-000000000000' })
  expect(unknown.status).toBe(404)
  expect((await ask('GET', '/checks')).json.items).toEqual([])
})
