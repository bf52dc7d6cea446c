import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { migrate } from '../migrate'

/** Any number no other program locks on: test files in processes of their own share one template. */
const TEMPLATE_LOCK = 7_265_027

/** A database of a test file's own. */
export interface TestDatabase {
  /** As the owner of the schema, as migrations and `connect` want it. */
  url: string
  drop: () => Promise<void>
}

/**
 * A new, migrated, empty database, copied from a template that the first caller of a run makes.
 * @throws Error when no test database server is named (Vitest's global setup of scripts does)
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.RELANCE_TEST_DATABASE_URL
  if (!server) throw new Error('RELANCE_TEST_DATABASE_URL is not set: run the tests from the root.')
  const run = process.env.RELANCE_TEST_RUN ?? `pid${process.ppid}`
  const template = `relance_test_${run}`
  const name = `${template}_${randomBytes(6).toString('hex')}`
  await withServer(server, async (sql) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`
    const found = await sql`select from pg_database where datname = ${template}`
    if (found.length === 0) await makeTemplate(sql, server, template)
    await sql`create database ${sql(name)} template ${sql(template)}`
  })
  const drop = () =>
    withServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
  return { url: urlOf(server, name), drop }
}

/** Made under another name, so that a template is a whole one whenever it is found. */
async function makeTemplate(sql: postgres.Sql, server: string, template: string) {
  const unfinished = `${template}_unfinished`
  await sql`drop database if exists ${sql(unfinished)} with (force)`
  await sql`create database ${sql(unfinished)}`
  await migrate(urlOf(server, unfinished))
  await sql`alter database ${sql(unfinished)} rename to ${sql(template)}`
}

/** One connection, closed afterwards, which also gives back its locks. */
async function withServer(server: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(server, { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}
