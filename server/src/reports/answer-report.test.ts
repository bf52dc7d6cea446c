import { answerFigureNames } from '@relance/core/report/answer-figure'
import { recordAnswer } from '@relance/db/answer/record-answer'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { upsertContact } from '@relance/db/contact/upsert-contact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededRun, seedRun } from '../testing/seed-run'
import { type TestApp, type TestWorkspace, testApp } from '../testing/test-app'

let t: TestApp
let shop: TestWorkspace
let run: SeededRun
const ask = (path: string) => t.ask(shop.apiKey, 'GET', `/api/reports/answers${path}`)
const HOUR = 3_600
const period = 'from=2026-03-02&to=2026-03-06'
const report = async (query = period) => (await ask(`?${query}`)).json
const listed = async (figure: string, more = '') =>
  (await ask(`/rows?${period}&figure=${figure}${more}`)).json

/** She answers her mail, and where `doneAt` is given somebody marks it as done then. */
async function reply(at: string, doneAt: string | null = null): Promise<void> {
  const { contactId, enrolmentId, messageId } = run
  const said = { from: 'ada@home.example', subject: 'Re', said: at, at: new Date(at) }
  await inTransaction(shop.scope, async (tx) => {
    await recordAnswer(tx, { contactId, enrolmentId, messageId, ...said })
    await tx.sql`update answers set done_at = ${doneAt} where workspace_id = ${tx.workspaceId} and said = ${at}`
  })
}

const order = (id: string, at: string, cents: number, refunded = 0) =>
  inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      insert into orders (workspace_id, order_id, contact_id, at, revenue_cents, refunded_cents)
      values (${workspaceId}, ${id}, ${run.contactId}, ${at}, ${cents}, ${refunded})`,
  )

beforeAll(async () => {
  t = await testApp()
  shop = await t.workspace({ now: new Date('2026-03-06T12:00:00Z') })
  run = await seedRun(shop.scope)
})
afterAll(() => t.close())

test('nobody wrote: nothing is counted, and nothing has a middle', async () => {
  expect(await report()).toMatchObject({
    ...{ replies: 0, answered: 0, medianSeconds: null, due: 0, inTime: 0 },
    ...{ orders: 0, revenueCents: 0, withinHours: 48, creditDays: 7, timeZone: 'Europe/Paris' },
  })
  expect(await listed('replies')).toMatchObject({ items: [], next: null, count: 0 })
})

test('answers are counted by when they came, with the middle wait and those in time; one that waits for over 48 hours is late', async () => {
  await reply('2026-03-02T10:00:00Z', '2026-03-02T13:00:00Z')
  await reply('2026-03-02T11:00:00Z', '2026-03-05T11:00:00Z')
  await reply('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z')
  await reply('2026-03-03T12:00:00Z')
  await reply('2026-03-05T10:00:00Z')
  await reply('2026-03-06T09:00:00Z')
  expect(await report()).toMatchObject({
    ...{ replies: 5, answered: 3, medianSeconds: 3 * HOUR, due: 4, inTime: 2 },
  })
  const due = await listed('due')
  expect(due.items.map(({ seconds }: { seconds: number | null }) => seconds)).toEqual([
    ...[null, HOUR, 72 * HOUR, 3 * HOUR],
  ])
  expect(due.items[0]).toMatchObject({
    ...{ at: '2026-03-03T12:00:00.000Z', firstName: 'Ada', subject: 'For you' },
    ...{ contactId: run.contactId, messageId: run.messageId, orderId: null },
  })
})

test('an order counts once, after the last answer before it, for what was not refunded', async () => {
  await order('before', '2026-03-02T09:00:00Z', 100)
  await order('after two', '2026-03-02T12:00:00Z', 4000)
  await order('refunded', '2026-03-04T12:00:00Z', 900, 900)
  await order('in part', '2026-03-04T13:00:00Z', 3000, 1000)
  await order('after one outside the period', '2026-03-06T10:00:00Z', 700)
  expect(await report()).toMatchObject({ orders: 2, revenueCents: 6000 })
  expect(await listed('orders')).toMatchObject({
    revenueCents: 6000,
    items: [
      { orderId: 'in part', revenueCents: 2000 },
      { orderId: 'after two', revenueCents: 4000 },
    ],
  })
})

test('each figure is as long as its list, a page at a time', async () => {
  const figures = await report()
  for (const figure of answerFigureNames) {
    const first = await listed(figure, '&limit=2')
    const rest = first.next ? await listed(figure, `&cursor=${first.next}`) : { items: [] }
    const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id)
    expect({ [figure]: new Set(ids).size }).toEqual({ [figure]: figures[figure] })
    expect(first.count).toBe(figures[figure])
  }
  expect(await ask(`/rows?${period}&figure=beauty`)).toMatchObject({
    ...{ status: 400, json: { field: 'figure' } },
  })
})

test('answers of a contact that was joined into another are the other’s, and so are orders after them', async () => {
  const { id } = await upsertContact(shop.scope, { externalId: 'c-2', firstName: 'Grace' })
  await inTransaction(
    shop.scope,
    ({ sql, workspaceId }) => sql`
      with moved as (update orders set contact_id = ${id} where workspace_id = ${workspaceId})
      update contacts set merged_into = ${id} where workspace_id = ${workspaceId} and id = ${run.contactId}`,
  )
  expect(await report()).toMatchObject({ replies: 5, orders: 2 })
  expect((await listed('replies')).items[0]).toMatchObject({ contactId: id, firstName: 'Grace' })
})
