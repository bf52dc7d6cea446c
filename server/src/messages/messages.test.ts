import { inTransaction } from '@relance/db/connection/in-transaction'
import { recordEvent } from '@relance/db/event/record-event'
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

const recordEventOf = (name: string, properties: Record<string, unknown>) =>
  inTransaction(shop.scope, (tx) =>
    recordEvent(tx, {
      ...{ contactId: run.contactId, name, properties },
      at: new Date('2026-03-03T10:00:00Z'),
    }),
  )

test('a message tells every look of the gate and what came of it', async () => {
  const event = (name: string, more = {}) =>
    recordEventOf(name, { message_id: run.messageId, ...more })
  await event('Email Opened')
  await event('Email Link Scanned')
  const { status, json } = await t.ask(shop.apiKey, 'GET', `/api/messages/${run.messageId}`)
  expect(status).toBe(200)
  expect(json).toMatchObject({
    ...{ id: run.messageId, state: 'sent', typology: 'loyalty', heldBy: null },
    gate: [{ when: 'deciding', rule: null, outcome: 'pass', reason: null, until: null }],
    events: [
      { type: 'opened', at: '2026-03-03T10:00:00.000Z', robot: false },
      { type: 'clicked', at: '2026-03-03T10:00:00.000Z', robot: true },
    ],
  })
})

test('messages are listed by what holds them', async () => {
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      update messages set state = 'queued', sent_at = null, reason = 'cap', held_by = 'cap',
        retry_at = '2026-03-09T10:00:00Z' where workspace_id = ${workspaceId} and id = ${run.messageId}`,
  )
  const ids = async (query: string) => {
    const { json } = await t.ask(shop.apiKey, 'GET', `/api/messages?${query}`)
    return json.items.map(({ id }: { id: string }) => id)
  }
  expect(await ids('heldBy=any')).toEqual([run.messageId])
  expect(await ids('heldBy=cap')).toEqual([run.messageId])
  expect(await ids('heldBy=quiet-hours')).toEqual([])
  expect(await ids('reason=cap&state=queued')).toEqual([run.messageId])
})

test('a message that is not there is told so, in the reader’s language', async () => {
  const missing = '/api/messages/0198c0de-0000-7000-8000-000000000000'
  const answer = await t.ask(shop.apiKey, 'GET', missing, undefined, { 'accept-language': 'fr' })
  expect(answer.status).toBe(404)
  expect(answer.json.detail).toBe('Ce message n’existe pas.')
})

test('limits are settings: what is left out stays, steps of silence stay in order', async () => {
  const path = `/api/workspaces/${shop.scope.workspaceId}`
  const fresh = await t.ask(shop.apiKey, 'GET', path)
  expect(fresh.json.pressure).toMatchObject({ emailMost: 3, emailDays: 7, smsMost: 1, allMost: 4 })
  const change = await t.ask(shop.apiKey, 'PATCH', path, {
    pressure: { emailMost: null, quietHours: { from: '20:00', to: '08:00' } },
  })
  expect(change.json.pressure).toMatchObject({
    ...{ emailMost: null, smsMost: 1, quietHours: { from: '20:00', to: '08:00' } },
  })
  const wrong = await t.ask(shop.apiKey, 'PATCH', path, { pressure: { halfAfterDays: 400 } })
  expect([wrong.status, wrong.json.field]).toEqual([400, 'pressure.quarterAfterDays'])
  const none = await t.ask(shop.apiKey, 'PATCH', path, { pressure: { emailMost: 0 } })
  expect(none.status).toBe(400)
})
