import type { Sql } from '../connection/connect'

/** A fact about this installation, made by whoever asks first and the same for all afterwards. */
export async function installationFact(sql: Sql, key: string, make: () => string): Promise<string> {
  await sql`insert into installation (key, value) values (${key}, ${make()}) on conflict (key) do nothing`
  const [row] = await sql<{ value: string }[]>`select value from installation where key = ${key}`
  return row?.value ?? ''
}
