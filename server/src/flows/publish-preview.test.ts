import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T10:00:00Z') })
})
afterAll(() => t.close())

test('who entered lately is told over the days since the first version, thirty at most, and not before its first is over', async () => {
  const { flowId } = await seedRun(shop.scope)
  const entered = async (to?: string) => {
    if (to) await t.ask(shop.apiKey, 'POST', '/api/test-clock/advance', { to })
    return (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/publish-preview`)).json.entered
  }
  expect(await entered()).toBeNull()
  expect(await entered('2026-03-03T09:00:00Z')).toBeNull()
  expect(await entered('2026-03-12T11:00:00Z')).toEqual({ people: 1, days: 10 })
  expect(await entered('2026-05-02T10:00:00Z')).toEqual({ people: 0, days: 30 })
})
