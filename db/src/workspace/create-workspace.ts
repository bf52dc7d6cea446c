import { randomBytes } from 'node:crypto'
import { newId } from '@relance/core/id/ids'
import type { Sql } from '../connection/connect'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

export interface NewWorkspace {
  organisationId: string
  name: string
  timeZone?: string
  locale?: string
  /** Whether somebody chose the name; true unless said otherwise. */
  isNamed?: boolean
  /** A test clock that stands still at `now`; absent: the real clock. */
  clock?: { now: Date }
}

/** Makes an empty workspace; answers the scope it is worked in. Its keys are made apart. */
export async function createWorkspace(
  sql: Sql,
  asked: NewWorkspace,
  actor?: string,
): Promise<Scope> {
  const scope: Scope = { sql, workspaceId: newId(), actor }
  const { organisationId, name, isNamed = true, clock } = asked
  const { timeZone = 'Europe/Paris', locale = 'en' } = asked
  await inTransaction(
    scope,
    (tx) => tx.sql`
      insert into workspaces (id, organisation_id, name, time_zone, locale, clock_kind, clock_now, secret, settings)
      values (${scope.workspaceId}, ${organisationId}, ${name}, ${timeZone}, ${locale},
        ${clock ? 'test' : 'real'}, ${clock?.now ?? null}, ${randomBytes(32)},
        ${JSON.stringify(isNamed ? {} : { unnamed: true })}::jsonb)`,
  )
  return scope
}
