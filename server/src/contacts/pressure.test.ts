import { inTransaction } from '@relance/db/connection/in-transaction'
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

const ask = async () =>
  (await t.ask(shop.apiKey, 'GET', `/api/contacts/${run.contactId}/pressure`)).json

test('what counts against each limit is told, and when there is room again', async () => {
  expect(await ask()).toMatchObject({
    ...{ level: 1, wantsLess: false, pausedUntil: null, topicsOff: [] },
    limits: [
      { channel: 'email', sent: 1, most: 3, days: 7, roomAt: null },
      { channel: null, sent: 1, most: 4, days: 7, roomAt: null },
      { channel: 'sms', sent: 0, most: 1, days: 7, roomAt: null },
    ],
  })
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  await t.ask(shop.apiKey, 'PATCH', path, { pressure: { emailMost: 1 } })
  // The one mail went out on the second.
  expect((await ask()).limits[0]).toMatchObject({ most: 1, roomAt: '2026-03-09T10:00:00.000Z' })
})

test('whoever asked for less, or has been silent for long, gets less and is shown so', async () => {
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      insert into contact_preferences (workspace_id, contact_id, wants_less, topics_off, changed_at)
      values (${workspaceId}, ${run.contactId}, true, '{offers}', now())`,
  )
  expect(await ask()).toMatchObject({ level: 0.5, wantsLess: true, topicsOff: ['offers'] })
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      update contact_state set known_at = '2025-01-01', last_visit_at = '2025-01-01', last_click_at = null,
        last_order_at = null where workspace_id = ${workspaceId} and contact_id = ${run.contactId}`,
  )
  expect(await ask()).toMatchObject({ level: 0, limits: [] })
})
