import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { connect, type Sql } from './connect'

let database: TestDatabase
let sql: Sql
let owner: postgres.Sql
beforeAll(async () => {
  database = await testDatabase()
  sql = connect(database.url, { max: 1 })
  owner = postgres(database.url, { max: 1 })
})
afterAll(async () => {
  await sql.end({ timeout: 1 })
  await owner.end()
  await database.drop()
})

const untilEnded = async (pid: number) => {
  await owner`select pg_terminate_backend(${pid})`
  await expect
    .poll(async () => await owner`select from pg_stat_activity where pid = ${pid}`)
    .toHaveLength(0)
}

test('a transaction whose connection was closed fails as a whole: nothing of it runs on another connection', async () => {
  const outcomes: string[] = []
  const transaction = sql.begin(async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await untilEnded(row?.pid ?? 0)
    // Others use the pool meanwhile, so that it has connected anew.
    await sql`select 1`
    await tx`select 2`.then(
      () => outcomes.push('ran'),
      () => outcomes.push('failed'),
    )
    return 'done'
  })
  await expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await expect.poll(() => outcomes).toEqual(['failed'])
  expect(await sql`select 3 as n`).toEqual([{ n: 3 }])
})
