import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { noteTrouble } from '@relance/db/trouble/note-trouble'
import { heartbeat } from '@relance/db/worker/heartbeat'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayDo } from '../auth/permissions'
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

test('owners and publishers may see it, editors and viewers may not', () => {
  const roles = ['owner', 'publisher', 'editor', 'viewer'] as const
  expect(roles.filter((role) => mayDo(role, 'publish', 'enrolment'))).toEqual([
    'owner',
    'publisher',
  ])
})
