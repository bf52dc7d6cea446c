import { inTransaction } from '@relance/db/connection/in-transaction'
import { upsertContact } from '@relance/db/contact/upsert-contact'
import { writeTrace } from '@relance/db/trace/write-trace'
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

const ask = (contactId: string, nodeId: string, language = 'en') =>
  t.ask(shop.apiKey, 'GET', `/api/contacts/${contactId}/why/${run.flowId}/${nodeId}`, undefined, {
    'accept-language': language,
  })

test('each run has one answer: what was sent, or where it stands', async () => {
  expect((await ask(run.contactId, 'mail-1')).json.items).toMatchObject([
    { enrolmentId: run.enrolmentId, outcome: 'sent', reason: null },
  ])
  const { items } = (await ask(run.contactId, 'mail-2')).json
  expect(items).toHaveLength(1)
  expect(items[0].outcome).not.toBe('sent')
  expect(items[0].words).not.toBe('')
})

test('whoever never entered is told what was asked and seen, or that nothing has begun', async () => {
  const { id: contactId } = await upsertContact(shop.scope, { externalId: 'outside' })
  expect((await ask(contactId, 'mail-2')).json.items).toEqual([
    expect.objectContaining({
      ...{ enrolmentId: null, outcome: 'not-entered', at: null },
      words: 'Not entered: what begins this scenario has not happened yet.',
    }),
  ])
  const seen = [
    {
      path: '',
      leaf: { field: 'ordersCount', op: '>=', value: 2 } as const,
      value: 1,
      holds: false,
    },
  ]
  await inTransaction(shop.scope, (tx) =>
    writeTrace(tx, [
      {
        ...{
          enrolmentId: null,
          flowId: run.flowId,
          contactId,
          burst: 0,
          nodeId: null,
          visit: null,
        },
        ...{
          at: new Date('2026-03-02T09:00:00Z'),
          kind: 'refused',
          code: 'not-entered-filter',
          seen,
        },
      },
    ]),
  )
  expect((await ask(contactId, 'mail-2')).json.items).toMatchObject([
    {
      outcome: 'not-entered',
      at: '2026-03-02T09:00:00.000Z',
      words: 'Not entered: the entry condition did not hold.',
      seen,
    },
  ])
})

test('a person or scenario that does not exist is refused', async () => {
  const nobody = '01980000-0000-7000-8000-000000000000'
  expect((await ask(nobody, 'mail-1')).status).toBe(404)
  expect((await ask(run.contactId, 'Mail 1')).status).toBe(400)
})
