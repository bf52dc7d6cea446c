import { databaseAddress } from '@relance/core/database/database-address'
import postgres from 'postgres'

export type Sql = postgres.Sql

/**
 * A pool of connections as the app's role, which row-level security binds.
 * Timeouts are shorter than a burst's own (20 s), so that no query outlives the caller who waits for it.
 */
export function connect(databaseUrl: string, { max = 20, name = 'relance' } = {}): Sql {
  const { url, path } = databaseAddress(databaseUrl)
  return postgres(url, {
    path,
    max,
    onnotice: () => undefined,
    connection: {
      application_name: name,
      role: 'relance_app',
      lock_timeout: 2_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 10_000,
      // Every table is asked by its workspace, through an index. A plan made while a table was empty would
      // scan it whole, and a prepared statement keeps that plan after the table has grown.
      // As words: the driver leaves out what is false.
      enable_seqscan: 'off',
      // Nor joined by reading one side whole: a few rows, each with an index into the next table.
      enable_hashjoin: 'off',
      enable_mergejoin: 'off',
      // Planned once for each connection, and again whenever a table has been analysed: planning a statement took
      // longer than running it. What goes over many rows plans afresh: see plan-afresh.ts.
      plan_cache_mode: 'force_generic_plan',
    },
    types: {
      // JSON is written as text by whoever writes it: drizzle and our own statements share one rule.
      json: {
        to: 114,
        from: [114],
        serialize: (value: unknown) => value,
        parse: (text: string) => JSON.parse(text),
      },
      jsonb: {
        to: 3802,
        from: [3802],
        serialize: (value: unknown) => value,
        parse: (text: string) => JSON.parse(text),
      },
      // Counts and cents: far below 2^53.
      bigint: { to: 20, from: [20], serialize: (value: number) => String(value), parse: Number },
      // A date stays the text it is; a Date would shift it by the reader's zone.
      day: {
        to: 1082,
        from: [1082],
        serialize: (value: string) => value,
        parse: (text: string) => text,
      },
    },
  })
}
