import { trackingUrls } from '@relance/core/token/tracking-urls'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

const report = (query: string) => t.ask(shop.apiKey, 'GET', `/api/reports/messages${query}`)

test('what somebody opened and clicked is reported by mail, step, scenario and type', async () => {
  const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
  const secret = await workspaceSecret(shop.scope)
  const urls = trackingUrls('http://localhost:3000', secret, ids)
  const path = (url: string) => url.replace('http://localhost:3000', '')
  await t.app.request(path(urls.click('https://shop.example/p')))
  await t.app.request(path(urls.open), { headers: { 'user-agent': 'Mozilla/5.0' } })
  for (const [by, key] of [
    ['mail', run.templateId],
    ['node', `${run.flowId}:mail-1`],
    ['flow', run.flowId],
    ['typology', 'loyalty'],
  ])
    expect((await report(`?by=${by}`)).json).toMatchObject({
      creditDays: 7,
      items: [
        {
          key,
          ...{
            sent: 1,
            delivered: 1,
            uniqueOpens: 1,
            totalOpens: 0,
            uniqueClicks: 1,
            totalClicks: 1,
          },
          ...{ reactivity: 1, robotOpens: 1, robotClicks: 0, conversions: 0, revenueCents: 0 },
        },
      ],
    })
})

test('a period without messages has no rows; one that cannot be read is refused', async () => {
  const past = '?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z'
  expect((await report(past)).json.items).toEqual([])
  expect(await report('?from=yesterday')).toMatchObject({ status: 400, json: { field: 'from' } })
  expect(await report('?by=colour')).toMatchObject({ status: 400, json: { field: 'by' } })
})
