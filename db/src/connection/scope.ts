import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Sql } from './connect'

/** Who asks, in which workspace, on which pool. */
export interface Scope {
  workspaceId: string
  sql: Sql
  /** For records of who did what: `user:<id>`, `key:<id>`, or absent for the engine. */
  actor?: string
}

/** One open transaction of a workspace: `sql` for statements, `db` for drizzle's query builder. */
export interface Tx {
  workspaceId: string
  sql: postgres.TransactionSql
  db: PostgresJsDatabase
  actor?: string
  /** Several customers move in it side by side: what fails for one fails the transaction, no savepoint holds it. */
  shared?: true
}
