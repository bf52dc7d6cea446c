import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { databaseAddress } from '@relance/core/database/database-address'
import { AppError } from '@relance/core/error/app-error'
import postgres from 'postgres'

const FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url))
/** Any number no other program locks on: two starts at once must not both migrate. */
const MIGRATION_LOCK = 7_265_026

/**
 * Brings a database to the newest schema: each file of db/migrations once, in its own transaction.
 * @param databaseUrl of the schema's owner
 * @throws AppError internal when a file that already ran has been edited since
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const { url, path } = databaseAddress(databaseUrl)
  const sql = postgres(url, { path, max: 1, onnotice: () => undefined })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await sql`create table if not exists migrations (name text primary key, hash text not null, ran_at timestamptz not null default now())`
    const ran = new Map(
      (await sql`select name, hash from migrations`).map((row) => [row.name, row.hash]),
    )
    for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(FOLDER + name, 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      if (ran.get(name) === hash) continue
      if (ran.has(name))
        throw new AppError('internal', `Migration ${name} was edited after it ran.`)
      await sql.begin(async (tx) => {
        await tx.unsafe(text)
        await tx`insert into migrations (name, hash) values (${name}, ${hash})`
      })
    }
  } finally {
    await sql.end()
  }
}
