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

test('of a scenario that was never published nobody is told to have entered', async () => {
  const asked = { template: 'cart-abandonment' }
  const { json: made } = await t.ask(shop.apiKey, 'POST', '/api/flows', asked)
  const { json } = await t.ask(shop.apiKey, 'GET', `/api/flows/${made.id}/publish-preview`)
  expect(json.entered).toBeNull()
})

test('mails saved anew since they were published are told of', async () => {
  const { flowId, templateId } = await seedRun(shop.scope, 'c-2')
  const mails = async () =>
    (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/publish-preview`)).json.mails
  expect(await mails()).toEqual([])
  const path = `/api/mail-templates/${templateId}`
  const { name, languages, version } = (await t.ask(shop.apiKey, 'GET', path)).json
  expect((await t.ask(shop.apiKey, 'PUT', path, { name, languages })).status).toBe(200)
  expect(await mails()).toEqual([{ templateId, live: version, next: version + 1 }])
  await t.ask(shop.apiKey, 'POST', `/api/flows/${flowId}/publish`, { people: 'finish' })
  expect(await mails()).toEqual([])
})

test('when somebody who enters now would be written to is told where it hangs on time alone', async () => {
  const firstMessageAt = async (flowId: string) =>
    (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/publish-preview`)).json.firstMessageAt
  const { flowId, templateId } = await seedRun(shop.scope, 'c-3')
  // Its first wait counts from visits.
  expect(await firstMessageAt(flowId)).toBeNull()
  const { json: made } = await t.ask(shop.apiKey, 'POST', '/api/flows', {
    name: 'After two days',
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', config: { event: 'Signed Up' } },
        { id: 'wait', type: 'wait-duration', config: { for: 'P2D', since: 'here' } },
        { id: 'mail', type: 'send-email', config: { template: templateId } },
        { id: 'over', type: 'end', config: { as: 'exit', reason: 'finished' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'wait' },
        { from: 'wait', exit: 'done', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'over' },
      ],
    },
    settings: { goal: 'none' },
  })
  const { now } = (await t.ask(shop.apiKey, 'GET', '/api/test-clock')).json
  const after = new Date(new Date(now).getTime() + 48 * 3_600_000)
  expect(await firstMessageAt(made.id)).toBe(after.toISOString())
})
