import type { Sql } from './connect'

/** Analyses tables that have grown to more than twice their size since they last were, so that plans fit them. Their names. */
export async function analyseGrown(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select analyse_grown() as name`
  return rows.map(({ name }) => name)
}
