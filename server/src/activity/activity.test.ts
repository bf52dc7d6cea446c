import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
  for (const [externalId, createdAt] of [
    ['new', '2026-02-20T10:00:00Z'],
    ['silent', '2025-10-01T10:00:00Z'],
    ['gone', '2024-10-01T10:00:00Z'],
  ])
    await t.ask(shop.apiKey, 'POST', '/api/contacts', { externalId, createdAt })
})
afterAll(() => t.close())

const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  t.ask(shop.apiKey, method, path, body, headers)

test('the ladder and the lifecycle count everybody known by name once', async () => {
  const { json: activity } = await ask('GET', '/api/activity')
  expect(Object.values(activity.rungs).reduce((sum: number, n) => sum + Number(n), 0)).toBe(3)
  const { json: lifecycle } = await ask('GET', '/api/lifecycle')
  expect(Object.values(lifecycle.stages).reduce((sum: number, n) => sum + Number(n), 0)).toBe(3)
  expect(lifecycle.flows).toEqual([])
})

test('a live scenario stands on the step it works on', async () => {
  const { json } = await ask('POST', '/api/flows', { template: 'at-risk' })
  await ask('POST', `/api/flows/${json.id}/publish`, { people: 'finish' })
  expect((await ask('GET', '/api/lifecycle')).json.flows).toMatchObject([
    { id: json.id, name: 'At-risk re-engagement', inside: 0, steps: ['lost'] },
  ])
})

test('what a workspace calls quiet changes one by one, and rungs out of order are refused in the reader’s language', async () => {
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  const { json } = await ask('PATCH', path, { activity: { atRiskAfterDays: 60 } })
  expect(json.activity).toMatchObject({ atRiskAfterDays: 60, dormantAfterDays: 180 })
  const refused = await ask(
    'PATCH',
    path,
    { activity: { lostAfterDays: 100 } },
    { 'accept-language': 'fr' },
  )
  expect(refused).toMatchObject({
    status: 400,
    json: {
      field: 'activity.lostAfterDays',
      detail: 'Chaque palier d’activité doit venir après le précédent.',
    },
  })
})

test('a definition of inactivity is tried out, kept, and refused where it makes no sense', async () => {
  const definition = { name: 'Shop', priority: 1, signals: ['visit', 'order'], for: 'P90D' }
  const { json: tried } = await ask('POST', '/api/inactivity-definitions/preview', {
    definitions: [definition],
  })
  expect(tried).toMatchObject({ people: 3 })
  const { status, json } = await ask('POST', '/api/inactivity-definitions', definition)
  expect(status).toBe(201)
  expect((await ask('GET', '/api/inactivity-definitions')).json.items).toMatchObject([
    { id: json.id, match: 'all', appliesTo: null },
  ])
  const wrong = { ...definition, appliesTo: { or: [{ field: 'email', op: 'like', value: 1 }] } }
  expect((await ask('POST', '/api/inactivity-definitions', wrong)).status).toBe(400)
})

test('chances of return say what is wrong with a date, and make an empty list where nobody has bought', async () => {
  expect(await ask('GET', '/api/returns?asOf=soon')).toMatchObject({
    status: 400,
    json: { field: 'asOf' },
  })
  expect((await ask('GET', '/api/returns?asOf=2026-01-01')).json).toMatchObject({
    learnedAsOf: '2025-12-31T23:00:00.000Z',
    cells: [],
    list: null,
  })
  expect((await ask('POST', '/api/returns')).json).toMatchObject({ ranked: 0 })
})
