import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayDo } from '../auth/permissions'
import { seedRun } from '../testing/seed-run'
import { type TestApp, testApp } from '../testing/test-app'

let t: TestApp
beforeAll(async () => {
  t = await testApp()
})
afterAll(() => t.close())

const track = (name: string) => ({
  ...{ messageId: newId(), type: 'track' as const, name, userId: 'ada', anonymousId: null },
  ...{ previousId: null, properties: {}, context: {}, timestamp: null, sentAt: null },
})

test('a workspace sees its own queues, failures and set-aside events, and nobody else’s', async () => {
  const [shop, other] = [await t.workspace(), await t.workspace()]
  await heartbeat(t.sql, newId(), {
    minutes: 5,
    timers: { count: 3, p50: 0.1, p99: 0.4 },
    bursts: {},
    mails: {},
    nudges: 1,
    loopFailures: {},
  })
  await ingestEvents(shop.scope, [track('Fine'), track('Poison')], { source: 'test' })
  await inTransaction(shop.scope, async (tx) => {
    await tx.sql`
      update event_queue set state = 'failed', failures = 5, error = 'it is poison'
      where seq = (select max(seq) from event_queue)`
    await noteTrouble(tx, { queue: 'sweep', subject: newId(), error: 'took too long' })
  })
  const ask = async ({ apiKey }: { apiKey: string }) =>
    (await t.ask(apiKey, 'GET', '/api/status/engine')).json
  const seen = await ask(shop)
  expect(seen).toMatchObject({
    status: 'up',
    timers: { count: 3, p99: 0.4, nudges: 1 },
    troubles: [{ queue: 'sweep', error: 'took too long', times: 1 }],
    setAside: { count: 1, items: [{ name: 'Poison', error: 'it is poison' }] },
    attention: { count: 0, items: [] },
    mails: { hour: [], day: [] },
  })
  expect(seen.queues).toContainEqual({
    ...{ queue: 'events', waiting: 1, oldestSeconds: expect.any(Number), stuckFor: null },
  })
  expect(await ask(other)).toMatchObject({ troubles: [], setAside: { count: 0, items: [] } })
})

test('what went wrong is told in the reader’s language, a provider’s own words as they came', async () => {
  const shop = await t.workspace()
  const run = await seedRun(shop.scope)
  const message = 'This step took longer than 5 seconds.'
  await ingestEvents(shop.scope, [track('Poison')], { source: 'test' })
  await inTransaction(shop.scope, async (tx) => {
    await tx.sql`
      update event_queue set state = 'failed', failures = 5,
        error = 'canceling statement due to statement timeout'`
    await tx.sql`
      update enrolments set state = 'attention', error = ${JSON.stringify({ message })}
      where id = ${run.enrolmentId}`
    await noteTrouble(tx, {
      ...{ queue: 'provider', subject: 'brevo' },
      error: 'http-401: {"message":"Key not found"}',
    })
  })
  const french = { 'accept-language': 'fr' }
  const read = async (path: string) =>
    (await t.ask(shop.apiKey, 'GET', path, undefined, french)).json
  const said = { error: { message: 'Cette étape a pris plus de 5 secondes.' } }
  expect(await read('/api/status/engine')).toMatchObject({
    troubles: [
      {
        error: 'Il refuse la clé ou le mot de passe (http-401)\u00a0: {"message":"Key not found"}',
      },
    ],
    attention: { items: [said] },
    setAside: {
      items: [{ error: 'la base de données a mis trop de temps à répondre' }],
    },
  })
  expect(await read(`/api/enrolments/${run.enrolmentId}`)).toMatchObject(said)
  const ofContact = await read(`/api/contacts/${run.contactId}/enrolments`)
  expect(ofContact.items).toMatchObject([said])
  const ofFlow = await read(`/api/flows/${run.flowId}/enrolments`)
  expect(ofFlow.items).toMatchObject([said])
})

test('owners and publishers may see it, editors and viewers may not', () => {
  const roles = ['owner', 'publisher', 'editor', 'viewer'] as const
  expect(roles.filter((role) => mayDo(role, 'publish', 'enrolment'))).toEqual([
    'owner',
    'publisher',
  ])
})
