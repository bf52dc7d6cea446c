import { compilePlan } from '@relance/core/plan/compile-plan'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { definitions } from '@relance/nodes/definitions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let flowId: string
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace()
  const made = await t.ask(shop.apiKey, 'POST', '/api/flows', { template: 'cart-abandonment' })
  flowId = made.json.id
})
afterAll(() => t.close())

const get = async (path: string) => (await t.ask(shop.apiKey, 'GET', path)).json

test('an editor with the facts finds the same problems as the server', async () => {
  const draft = await get(`/api/flows/${flowId}/draft`)
  const cut = { ...draft.graph, edges: draft.graph.edges.slice(1) }
  const saved = await t.ask(shop.apiKey, 'PUT', `/api/flows/${flowId}/draft`, {
    ...draft,
    graph: cut,
  })
  const facts = await get(`/api/flows/${flowId}/facts`)
  const said = await get(`/api/flows/${flowId}/problems`)
  expect(said.items.length).toBeGreaterThan(0)
  expect(compilePlan(saved.json, definitions, facts, 'en').problems).toEqual(said.items)
})

test('mails a draft does not hold yet can be asked for by their ids', async () => {
  const { items } = await get('/api/mail-templates')
  const { templates } = await get(`/api/flows/${flowId}/facts?templates=${items[0].id},nonsense`)
  expect(Object.keys(templates)).toEqual([items[0].id])
  expect(templates[items[0].id]).toMatchObject({ name: items[0].name, isEmpty: false })
  expect((await get(`/api/flows/${flowId}/facts?templates=`)).templates).toEqual({})
})

test('a sender that must be verified, and is not, keeps a scenario from being published', async () => {
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  const say = (sender: object) => t.ask(shop.apiKey, 'PATCH', path, { sender })
  // The real clock, and mails that leave for the world: asked for unless somebody says otherwise.
  await say({ address: 'hello@Shop.example' })
  const made = await t.ask(shop.apiKey, 'POST', '/api/flows', { template: 'cart-abandonment' })
  const { id } = made.json
  const facts = await get(`/api/flows/${id}/facts`)
  expect(facts.sender).toEqual({ domain: 'shop.example', isVerified: false })
  const refused = await t.ask(shop.apiKey, 'POST', `/api/flows/${id}/publish`, {
    people: 'finish',
  })
  expect(refused.status).toBe(409)
  expect(refused.json.problems.map(({ code }: { code: string }) => code)).toContain('V10')
  await say({ address: 'hello@shop.example', mustBeVerified: false })
  expect((await get(`/api/flows/${id}/facts`)).sender).toBeNull()
})

test('nothing is asked of a sender on a test clock, until somebody does', async () => {
  const other = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const { json } = await t.ask(other.apiKey, 'POST', '/api/flows', { template: 'cart-abandonment' })
  const sender = async (said: object) => {
    const path = `/api/workspaces/${other.scope.workspaceId}`
    await t.ask(other.apiKey, 'PATCH', path, { sender: said })
    return (await t.ask(other.apiKey, 'GET', `/api/flows/${json.id}/facts`)).json.sender
  }
  expect(await sender({ address: 'hello@shop.example' })).toBeNull()
  expect(await sender({ address: 'hello@shop.example', mustBeVerified: true })).toEqual({
    domain: 'shop.example',
    isVerified: false,
  })
})

test('people inside who have had as many emails as the limit allows are told with how long they would wait', async () => {
  const other = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const { scope, apiKey } = other
  const run = await seedRun(scope)
  await inTransaction(
    scope,
    ({ sql, workspaceId }) => sql`
      update enrolments set due_at = '2026-03-09T10:00:00Z'
      where workspace_id = ${workspaceId} and id = ${run.enrolmentId}`,
  )
  const fullAt = async (pressure: object) => {
    await t.ask(apiKey, 'PATCH', `/api/workspaces/${scope.workspaceId}`, { pressure })
    return (await t.ask(apiKey, 'GET', `/api/flows/${run.flowId}/facts`)).json.fullAt
  }
  // Their mail of the second of March is in the window until the first of April, 23 days after they go on.
  expect(await fullAt({ emailMost: 1, emailDays: 30 })).toEqual({ week: { [23 * 24]: 1 } })
  expect(await fullAt({ emailMost: 2 })).toEqual({})
  expect(await fullAt({ emailMost: 1, emailDays: 7 })).toEqual({})
  expect(await fullAt({ emailMost: null })).toEqual({})
})
