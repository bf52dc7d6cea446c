import type { Sql } from '../connection/connect'

/** The workspaces whose ids begin with these 16 hex digits: hardly ever more than one. */
export async function workspacesBeginning(sql: Sql, start: string): Promise<string[]> {
  const [first, last] = [start.padEnd(32, '0'), start.padEnd(32, 'f')]
  const rows = await sql<{ id: string }[]>`
    select id from workspaces_between(${first}::uuid, ${last}::uuid) as id`
  return rows.map(({ id }) => id)
}
