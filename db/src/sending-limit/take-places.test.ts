import { newId } from '@relance/core/id/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Sql } from '../connection/connect'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { createWorkspace } from '../workspace/create-workspace'
import { updateWorkspace } from '../workspace/update-workspace'
import { getSending } from './get-sending'
import { getSendingRules } from './sending-rules'
import { takePlaces } from './take-places'

let database: TestDatabase
let sql: Sql
let scope: Scope
beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url)
  const organisationId = newId()
  await sql`insert into organisations (id, name) values (${organisationId}, 'Test')`
  scope = await createWorkspace(sql, {
    ...{ organisationId, name: 'Test' },
    clock: { now: new Date('2026-03-02T10:00:00Z') },
  })
  await updateWorkspace(scope, { sender: { address: 'Hello@Shop.example' } })
})
afterAll(async () => {
  await sql.end()
  await database.drop()
})

/** Asks for so many at once in one transaction; how many went, and until when the others wait. */
const ask = (count: number, at: string) =>
  inTransaction(scope, async (tx) => {
    const rules = await getSendingRules(tx)
    const asked = { address: 'ada@example.com', service: false, placedAt: null, rules }
    return Promise.all(
      Array.from({ length: count }, () => takePlaces(tx, { ...asked, now: new Date(at) })),
    )
  })

test('of 3,000 who ask side by side in many transactions exactly 500 go, 1,000 come again the next day, the rest the day after', async () => {
  const asked = Array.from({ length: 30 }, () => ask(100, '2026-03-02T10:00:00Z'))
  const answers = (await Promise.all(asked)).flat()
  const until = (day?: string) =>
    answers.filter((no) => no?.until.toISOString().slice(0, 16) === day).length
  expect([until(), until('2026-03-03T07:00'), until('2026-03-04T07:00')]).toEqual([
    ...[500, 1000, 1500],
  ])
  expect(await getSending(scope)).toMatchObject({
    warmUp: { domain: 'shop.example', day: 1, taken: 500, most: 500, next: 1000 },
  })
})

test('on the next day the plan goes on from what went, and old days are forgotten', async () => {
  const answers = await ask(1100, '2026-03-03T07:00:00Z')
  expect(answers.filter((no) => no === null)).toHaveLength(1000)
  const rows = await inTransaction(
    scope,
    (tx) => tx.sql<{ taken: number; step: number }[]>`
      select taken, step from sending_counts where taken > 0`,
  )
  expect([...rows]).toEqual([{ taken: 1000, step: 1 }])
})
