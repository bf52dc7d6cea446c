import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { isPassing } from './passing-error'
import type { Scope, Tx } from './scope'

const dialect = new PgDialect()
const ATTEMPTS = 5

/**
 * Runs `work` in one READ COMMITTED transaction of the scope's workspace; inside another one it joins it.
 * Deadlocks and lock timeouts are tried again with jitter, so `work` must not touch anything but the database.
 */
export async function inTransaction<T>(
  scope: Scope | Tx,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if ('db' in scope) return work(scope)
  for (let attempt = 1; ; attempt++) {
    try {
      return (await scope.sql.begin(async (sql) => {
        // Not awaited apart: it travels with the first statement of the work.
        const entered =
          sql`select set_config('app.workspace', ${scope.workspaceId}, true)`.execute()
        const [, result] = await Promise.all([entered, work(open(scope, sql))])
        return result
      })) as T
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error
      await new Promise((resume) => setTimeout(resume, Math.random() * 20 * 2 ** attempt))
    }
  }
}

/** The same transaction from within a savepoint, whose statements must go through `sql`. */
export const nestedTx = (outer: Tx, sql: postgres.TransactionSql): Tx => open(outer, sql)

function open(
  { workspaceId, actor }: Pick<Scope, 'workspaceId' | 'actor'>,
  sql: postgres.TransactionSql,
): Tx {
  const session = new PostgresJsSession(sql as unknown as postgres.Sql, dialect, undefined)
  const db = new PostgresJsDatabase(dialect, session, undefined)
  return { workspaceId, actor, sql, db: db as Tx['db'] }
}
