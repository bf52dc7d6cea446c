import type { Sql } from '../connection/connect'

/** Forgets, in all workspaces, what moved in merges of over 30 days ago. */
export const keepMerges = async (sql: Sql): Promise<void> => void (await sql`select keep_merges()`)
