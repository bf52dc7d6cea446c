import { type ActivitySettings, activitySettings } from '@relance/core/activity/activity-settings'
import type { Tx } from '../connection/scope'

/** What the workspace calls quiet, with our proposals where it has said nothing. */
export async function readActivitySettings({ sql, workspaceId }: Tx): Promise<ActivitySettings> {
  const [row] = await sql<{ activity: unknown }[]>`
    select coalesce(settings -> 'activity', '{}') as activity from workspaces where id = ${workspaceId}`
  return activitySettings.parse(row?.activity ?? {})
}
