import { newId } from '@relance/core/id/ids'
import { recordAnswer } from '@relance/db/answer/record-answer'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
const ask = (method: string, path: string, body?: unknown) => t.ask(shop.apiKey, method, path, body)
const listed = async (query = '') => (await ask('GET', `/api/answers?${query}`)).json.items

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-02T12:00:00Z') })
  run = await seedRun(shop.scope)
  for (const [said, at] of [
    ['First', '2026-03-02T10:10:00Z'],
    ['Second', '2026-03-02T11:00:00Z'],
  ] as const)
    await inTransaction(shop.scope, (tx) =>
      recordAnswer(tx, {
        ...{ contactId: run.contactId, enrolmentId: run.enrolmentId, messageId: run.messageId },
        ...{ from: 'ada@home.example', subject: 'Re: Hello', said, at: new Date(at) },
      }),
    )
})
afterAll(() => t.close())

test('open answers are listed, those who wait longest first, a page at a time', async () => {
  expect(await listed()).toMatchObject([
    {
      ...{ said: 'First', contact: 'Ada', from: 'ada@home.example', messageId: run.messageId },
      ...{ flowId: run.flowId, nodeId: 'mail-1', owner: null, doneAt: null, cart: null },
      holdsUntil: '2026-03-04T11:00:00.000Z',
    },
    { said: 'Second' },
  ])
  const page = (await ask('GET', '/api/answers?limit=1')).json
  expect(await listed(`limit=1&cursor=${page.next}`)).toMatchObject([{ said: 'Second' }])
  expect(await listed(`contactId=${newId()}`)).toEqual([])
  expect((await ask('GET', '/api/people-waiting')).json).toEqual({
    answers: { open: 2, since: '2026-03-02T10:10:00.000Z' },
    cases: { open: 0, since: null },
  })
})

test('somebody takes one on, and only who works here can', async () => {
  const [{ id }] = await listed()
  const owners = (await ask('GET', '/api/answers/owners')).json.items
  expect(owners).toMatchObject([{ userId: t.owner.id }])
  expect((await ask('PUT', `/api/answers/${id}/owner`, { userId: t.owner.id })).status).toBe(204)
  expect(await listed(`owner=${t.owner.id}`)).toMatchObject([{ said: 'First' }])
  const stranger = await ask('PUT', `/api/answers/${id}/owner`, { userId: 'nobody' })
  expect(stranger).toMatchObject({ status: 400, json: { code: 'invalid' } })
  expect((await ask('PUT', `/api/answers/${id}/owner`, { userId: null })).status).toBe(204)
  expect(await listed(`owner=${t.owner.id}`)).toEqual([])
})

test('one that is done is kept with what was agreed and when, and can be opened again once', async () => {
  const [{ id }] = await listed()
  expect((await ask('POST', `/api/answers/${id}/done`, { note: ' Size 38 ' })).status).toBe(204)
  expect((await ask('POST', `/api/answers/${id}/done`, {})).status).toBe(409)
  expect(await listed('state=done')).toMatchObject([
    { said: 'First', note: 'Size 38', doneAt: '2026-03-02T12:00:00.000Z', doneBy: null },
  ])
  expect((await ask('POST', `/api/answers/${id}/reopen`, {})).status).toBe(204)
  expect((await ask('POST', `/api/answers/${id}/reopen`, {})).status).toBe(409)
  expect(await listed('state=done')).toEqual([])
  expect((await ask('POST', `/api/answers/${newId()}/done`, {})).status).toBe(404)
})
