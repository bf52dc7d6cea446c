import { inTransaction } from '@relance/db/connection/in-transaction'
import { scoreAll } from '@relance/db/testing/score-everybody-now'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

test('a workspace without orders answers with nobody, and divides nothing by zero', async () => {
  const { status, json } = await t.ask(shop.apiKey, 'GET', '/api/scores/rfm')
  expect(status).toBe(200)
  expect(json).toMatchObject({ customers: 0, cells: {}, pareto: { revenueShare: 0 } })
  expect((await t.ask(shop.apiKey, 'GET', '/api/scores/latency')).json).toEqual([])
})

test('a scoring is asked for, told of, and seen on the customers', async () => {
  const empty = await t.app.request('/api/scores/rebuild', {
    method: 'POST',
    headers: { authorization: `Bearer ${shop.apiKey}` },
  })
  expect(empty.status).toBe(202)
  const { status, json } = await t.ask(shop.apiKey, 'POST', '/api/scores/rebuild', {
    asOf: '2026-03-01',
  })
  expect(status).toBe(202)
  const address = `/api/scores/rebuild/${json.id}`
  expect((await t.ask(shop.apiKey, 'GET', address)).json).toMatchObject({ state: 'queued' })
  await scoreAll(shop.scope)
  expect((await t.ask(shop.apiKey, 'GET', address)).json).toMatchObject({
    state: 'done',
    asOf: '2026-02-28T23:00:00.000Z',
  })
})

test.each(['soon', '2026-13-01', '2030-01-01'])(
  'asOf “%s” is refused with its field',
  async (asOf) => {
    const said = await t.ask(shop.apiKey, 'POST', '/api/scores/rebuild', { asOf })
    expect(said).toMatchObject({ status: 400, json: { code: 'invalid', field: 'asOf' } })
    const asked = await t.ask(shop.apiKey, 'GET', `/api/scores/rfm?asOf=${asOf}`)
    expect(asked).toMatchObject({ status: 400, json: { code: 'invalid', field: 'asOf' } })
  },
)

test('how customers are scored is a setting: one is changed, the others stay', async () => {
  const address = `/api/workspaces/${shop.scope.workspaceId}`
  const before = await t.ask(shop.apiKey, 'GET', address)
  expect(before.json.scores).toMatchObject({ rebuildAt: '04:00', highCurrentValue: 12 })
  const { status, json } = await t.ask(shop.apiKey, 'PATCH', address, {
    scores: { highCurrentValue: 16, rebuildAt: '02:30' },
  })
  expect(status).toBe(200)
  expect(json.scores).toEqual({
    ...before.json.scores,
    ...{ highCurrentValue: 16, rebuildAt: '02:30' },
  })
  const night = await inTransaction(
    shop.scope,
    ({ sql }) => sql<{ at: Date }[]>`select next_at as at from score_state`,
  )
  expect(night).toEqual([{ at: new Date('2026-03-03T01:30:00Z') }])
  const wrong = await t.ask(shop.apiKey, 'PATCH', address, { scores: { rebuildAt: '25:00' } })
  expect(wrong.status).toBe(400)
})
