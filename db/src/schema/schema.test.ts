import { readdir } from 'node:fs/promises'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A column as one line: what drizzle says of it, or what the database does. */
const line = (table: string, column: string, type: string, notNull: boolean) =>
  `${table}.${column} ${type}${notNull ? ' not null' : ''}`

async function declared(): Promise<string[]> {
  const files = (await readdir(new URL('.', import.meta.url))).filter((file) =>
    /^[a-z-]+\.ts$/.test(file),
  )
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, import.meta.url).href)),
  )
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((value) => is(value, PgTable))
  return tables.flatMap((table) => {
    const { schema = 'public', name, columns } = getTableConfig(table)
    return columns.map((column) =>
      line(`${schema}.${name}`, column.name, column.getSQLType(), column.notNull),
    )
  })
}

test('every table and column of the migrations is declared as it is, and no other', async () => {
  const sql = postgres(database.url, { max: 1 })
  const rows = await sql<{ table: string; column: string; type: string; notNull: boolean }[]>`
    select n.nspname || '.' || r.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "notNull"
    from pg_class r join pg_namespace n on n.oid = r.relnamespace join pg_attribute a on a.attrelid = r.oid
    where n.nspname in ('public', 'auth') and r.relkind in ('r', 'p') and not r.relispartition
      and r.relname <> 'migrations' and a.attnum > 0 and not a.attisdropped`
  await sql.end()
  const real = rows.map(({ table, column, type, notNull }) => line(table, column, type, notNull))
  expect((await declared()).sort()).toEqual(real.sort())
})
