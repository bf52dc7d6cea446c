import type { Sql } from '../connection/connect'

/** The ids of all workspaces, by the one function that may know them, and nothing else of them. */
export async function everyWorkspace(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select every_workspace() as id`
  return rows.map(({ id }) => id)
}
