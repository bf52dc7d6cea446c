import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
})
afterAll(() => t.close())

const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const change = (settings: object) =>
  ask('PATCH', `/api/workspaces/${shop.scope.workspaceId}`, settings)

test('a workspace begins without limits, and with a plan from the moment it names its own domain', async () => {
  expect((await ask('GET', '/api/sending')).json).toEqual({
    ...{ nextDayAt: '2026-03-04T07:00:00.000Z', workspace: null, warmUp: null },
    ...{ domains: [], held: [], pauses: [] },
  })
  await change({ sender: { address: 'hello@shop.example' } })
  expect((await ask('GET', '/api/sending')).json.warmUp).toEqual({
    ...{ domain: 'shop.example', day: 1, taken: 0, most: 500, next: 1000 },
  })
})

test('limits are changed one by one, and what is none is refused with its place', async () => {
  const limits = [{ domain: 'Gmail.com', most: 100, per: 'hour' }]
  const changed = await change({ sending: { dailyMost: 5000, domainLimits: limits } })
  expect(changed.json.sending).toEqual({
    ...{ dailyMost: 5000, dayBegins: '08:00', warmUp: { start: 500, factor: 2, end: 100_000 } },
    domainLimits: [{ domain: 'gmail.com', most: 100, per: 'hour' }],
  })
  expect(await change({ sending: { dailyMost: 0 } })).toMatchObject({ status: 400 })
  expect(
    await change({ sending: { domainLimits: [{ domain: 'x', most: 1, per: 'hour' }] } }),
  ).toMatchObject({ status: 400, json: { code: 'invalid' } })
  expect((await ask('GET', '/api/sending')).json.workspace).toEqual({ taken: 0, most: 5000 })
})
