import { newId } from '@relance/core/id/ids'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'
import { Tracker } from './tracker'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
beforeAll(async () => {
  t = await testApp()
})
beforeEach(async () => {
  shop = await t.workspace({ now: new Date('2026-03-03T10:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

const names = async () => {
  const { json } = await t.ask(
    shop.apiKey,
    'GET',
    `/api/events?contactId=${run.contactId}&limit=500`,
  )
  return json.items.map(({ name }: { name: string }) => name)
}

/** Nobody can write events until `then` is done. */
const whileLocked = (then: () => Promise<void>) =>
  t.sql.begin(async (sql) => {
    await sql`lock table event_keys in access exclusive mode`
    await then()
  })

test('what comes at the same moment is all written, each once, and answered with its own message', async () => {
  const tracker = new Tracker(t.sql, t.services.log)
  const { workspaceId } = shop.scope
  const other = await seedRun(shop.scope, 'c-2')
  const ids = Array.from({ length: 250 }, (_, n) => (n % 2 ? other : run).messageId)
  const found = await Promise.all(ids.map((id) => tracker.record(workspaceId, id, 'Email Opened')))
  expect(found.map((message) => message !== 'unknown' && message?.id)).toEqual(ids)
  expect(await names()).toEqual(Array(125).fill('Email Opened'))
  expect(await tracker.record(workspaceId, newId(), 'Email Opened')).toBeNull()
})

test('a click leads on while the database takes nothing, and is written once it does', async () => {
  const tracker = new Tracker(t.sql, t.services.log, 50)
  const { workspaceId } = shop.scope
  await whileLocked(async () => {
    const link = { link_url: 'https://shop.example/' }
    expect(await tracker.record(workspaceId, run.messageId, 'Email Link Clicked', link)).toBe(
      'unknown',
    )
  })
  await expect.poll(names).toEqual(['Email Link Clicked'])
})

test('what was answered before it was written is written before the server stops', async () => {
  const tracker = new Tracker(t.sql, t.services.log, 10)
  const { workspaceId } = shop.scope
  let stopped: Promise<void> | undefined
  await whileLocked(async () => {
    await Promise.all(
      [1, 2, 3].map(() => tracker.record(workspaceId, run.messageId, 'Email Opened')),
    )
    stopped = tracker.stop()
    expect(await names()).toEqual([])
  })
  await stopped
  expect(await names()).toEqual(Array(3).fill('Email Opened'))
})

test('a click leads to its address, naming nobody, where the database does not say whose it is', async () => {
  const services = t.services
  const patient = services.tracker
  services.tracker = new Tracker(t.sql, services.log, 10)
  try {
    const ids = { workspaceId: shop.scope.workspaceId, messageId: run.messageId }
    const urls = trackingUrls('http://localhost:3000', await workspaceSecret(shop.scope), ids)
    const link = urls.click('https://shop.example/p?a=1').replace('http://localhost:3000', '')
    await whileLocked(async () => {
      const response = await t.app.request(link)
      expect(response.status).toBe(302)
      expect(response.headers.get('location')).toBe('https://shop.example/p?a=1')
    })
    await services.tracker.stop()
    expect(await names()).toEqual(['Email Link Clicked'])
  } finally {
    services.tracker = patient
  }
})
