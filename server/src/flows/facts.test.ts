import { compilePlan } from '@relance/core/plan/compile-plan'
import { definitions } from '@relance/nodes/definitions'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
