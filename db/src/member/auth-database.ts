import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { Sql } from '../connection/connect'
import { accounts, sessions, users, verifications } from '../schema/auth'

/** The tables of the sign-in library, by the names it asks for. */
export const authTables = { users, sessions, accounts, verifications }

/** Drizzle on the pool itself, for the sign-in library: its tables belong to no workspace. */
export function authDatabase(sql: Sql): PostgresJsDatabase {
  const dialect = new PgDialect()
  return new PostgresJsDatabase(dialect, new PostgresJsSession(sql, dialect, undefined), undefined)
}
