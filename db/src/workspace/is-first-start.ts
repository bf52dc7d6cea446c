import type { Sql } from '../connection/connect'

/** Whether this installation has no workspace yet. */
export async function isFirstStart(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ workspaces: number }[]>`select workspaces from first_start_state()`
  return row?.workspaces === 0
}
