import type { Sql } from '../connection/connect'

export type Role = 'owner' | 'publisher' | 'editor' | 'viewer'

export interface OpenWorkspace {
  id: string
  name: string
  role: Role
  locale: string
  timeZone: string
  /** ISO 4217. */
  currency: string
  clock: { kind: 'real' | 'test'; now: Date }
}

/** The workspaces a person may open, with their role in each; an organisation's owner is owner in all. */
export async function workspacesOfUser(sql: Sql, userId: string): Promise<OpenWorkspace[]> {
  const rows = await sql<(Omit<OpenWorkspace, 'clock'> & { kind: 'real' | 'test'; now: Date })[]>`
    select workspace_id as id, name, role, locale, time_zone as "timeZone", currency, clock_kind as kind,
      date_trunc('milliseconds', coalesce(clock_now, clock_timestamp())) as now
    from workspaces_of_user(${userId})`
  return rows.map(({ kind, now, ...workspace }) => ({ ...workspace, clock: { kind, now } }))
}
