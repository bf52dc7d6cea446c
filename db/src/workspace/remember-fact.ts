import type { Sql } from '../connection/connect'

/** A fact about the installation, or null when it is not known. */
export async function recallFact(sql: Sql, key: string): Promise<string | null> {
  const [fact] = await sql<{ value: string }[]>`select value from installation where key = ${key}`
  return fact?.value ?? null
}

/** Keeps a fact about the installation in place of what it was. */
export const rememberFact = async (sql: Sql, key: string, value: string): Promise<void> =>
  void (await sql`
    insert into installation (key, value) values (${key}, ${value})
    on conflict (key) do update set value = excluded.value`)
