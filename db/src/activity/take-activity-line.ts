import type { ActivitySettings } from '@relance/core/activity/activity-settings'
import { getClock, type WorkspaceClock } from '../clock/workspace-clock'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'
import type { ActivityLine } from './activity-line'
import { readActivitySettings } from './read-activity-settings'

export interface TakenLine {
  line: ActivityLine
  clock: WorkspaceClock
  settings: ActivitySettings
}

/** Locks one line whose look has come, if no other worker has it; draws the lines of a workspace that has none. */
export async function takeActivityLine(tx: Tx): Promise<TakenLine | undefined> {
  const { sql, workspaceId } = tx
  await planAfresh(tx)
  const clock = await getClock(tx)
  const drawn = await sql`select 1 from activity_lines where workspace_id = ${workspaceId} limit 1`
  if (drawn.length === 0) await sql`select begin_activity(${workspaceId})`
  const [line] = await sql<ActivityLine[]>`
    select line, watermark, next_at as "nextAt", cursor_at::text as "cursorAt", cursor_contact as "cursorContact"
    from activity_lines where workspace_id = ${workspaceId} and next_at <= ${clock.now}
    order by next_at, line limit 1 for update skip locked`
  return line && { line, clock, settings: await readActivitySettings(tx) }
}
