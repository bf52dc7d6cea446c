import { lookAtLine } from '../activity/look-at-line'
import { takeActivityLine } from '../activity/take-activity-line'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** Sets a workspace's test clock, backwards too, and draws its lines anew from then on. */
export const beginAt = (scope: Scope, now: string): Promise<unknown> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    await sql`update workspaces set clock_now = ${now} where id = ${workspaceId}`
    await sql`delete from activity_lines where workspace_id = ${workspaceId}`
    await sql`select begin_activity(${workspaceId})`
  })

/** Moves a test clock on without anything happening on the way, as if no worker had run. */
export const moveTo = (scope: Scope, now: string): Promise<unknown> =>
  inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set clock_now = ${now} where id = ${workspaceId}`,
  )

/** Looks along every line whose look has come, as the worker's loop does. */
export async function lookAtActivity(scope: Scope): Promise<void> {
  const look = async () =>
    inTransaction(scope, async (tx) => {
      const taken = await takeActivityLine(tx)
      if (taken) await lookAtLine(tx, taken)
      return taken !== undefined
    })
  while (await look());
}

/** Events of ours of one name, oldest first, with whom they are about. */
export const ownEvents = (scope: Scope, name: string) =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<
      { who: string; at: Date; properties: Record<string, unknown> }[]
    >`
      select c.external_id as who, e.at, e.properties from events e
      join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
      where e.workspace_id = ${workspaceId} and e.name = ${name} and e.source = 'relance' order by e.at, who`,
  )
