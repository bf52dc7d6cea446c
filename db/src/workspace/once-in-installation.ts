import type { Sql } from '../connection/connect'

/** Any number no other program locks on: two servers started at once must not both make it. */
const LOCK = 7_265_028
const POLL_MS = 200

/** What `make` answered the first time it was done in this installation; made now if it never was. */
export async function onceInInstallation(
  sql: Sql,
  key: string,
  make: () => Promise<string>,
): Promise<string> {
  const done = await madeBefore(sql, key)
  if (done !== null) return done
  const lock = await sql.reserve()
  try {
    // Tried again and again: waiting inside a statement would run into its timeout.
    while (!(await lock<{ got: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as got`)[0]?.got) {
      await new Promise((resume) => setTimeout(resume, POLL_MS))
    }
    const meanwhile = await madeBefore(sql, key)
    if (meanwhile !== null) return meanwhile
    const made = await make()
    await sql`insert into installation (key, value) values (${`made:${key}`}, ${made})`
    return made
  } finally {
    await lock`select pg_advisory_unlock(${LOCK})`
    lock.release()
  }
}

async function madeBefore(sql: Sql, key: string): Promise<string | null> {
  const [row] = await sql<
    { value: string }[]
  >`select value from installation where key = ${`made:${key}`}`
  return row?.value ?? null
}
