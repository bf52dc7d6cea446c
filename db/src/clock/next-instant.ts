import { nextCrossing } from '../activity/next-crossing'
import type { Tx } from '../connection/scope'
import { crossings } from '../due/due-rule'
import { liveRules } from '../due/sweep-rules'

/** What the plan of a scenario mentions whose customers the night may move. */
const LOOKS_AT_SCORES = '"rfm[.]|"on-score-drop"|"on-latency"|"Score Changed"'

/** The earliest instant after `now`, and at or before `to`, at which something becomes due; null when nothing does. */
export async function nextInstant(
  tx: Tx,
  now: Date,
  to: Date,
  timeZone: string,
): Promise<Date | null> {
  const w = tx.workspaceId
  const [row] = await tx.sql<{ at: Date | null }[]>`
    select min(at) as at from (
      select min(due_at) as at from enrolments e join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      where e.workspace_id = ${w} and e.state <> 'ended' and f.status <> 'paused' and due_at > ${now} and due_at <= ${to}
      union all
      select min(exit_due_at) from enrolments
      where workspace_id = ${w} and state <> 'ended' and exit_due_at > ${now} and exit_due_at <= ${to}
      union all
      select min(due_at) from messages
      where workspace_id = ${w} and state = 'queued' and due_at > ${now} and due_at <= ${to}
      union all
      select min(due_at) from segment_due where workspace_id = ${w} and due_at > ${now} and due_at <= ${to}
      union all
      select min(at) from scheduled_acts
      where workspace_id = ${w} and outcome is null and at > ${now} and at <= ${to}
      union all
      select min(next_at) from schedules
      where workspace_id = ${w} and retired_at is null and next_at > ${now} and next_at <= ${to}
        and not exists (select 1 from flows f where f.workspace_id = ${w} and f.id = flow_id and f.status = 'paused')
      union all
      -- Each night only where a scenario looks at scores; elsewhere the last one is enough.
      select min(next_at) from score_state
      where workspace_id = ${w} and next_at > ${now} and next_at <= ${to} and exists (
        select 1 from flows f join flow_versions v on v.workspace_id = f.workspace_id and v.flow_id = f.id
        where f.workspace_id = ${w} and f.status in ('live', 'paused') and v.plan::text ~ ${LOOKS_AT_SCORES})
    ) instants`
  let next = row?.at ?? null
  for (const rule of await liveRules(tx)) {
    if (rule.kind === 'schedule') continue
    const [first] = await tx.sql<{ at: Date | null }[]>`
      select min(crossing) as at from (${crossings(tx, rule, timeZone, { after: now, until: next ?? to })}) x`
    if (first?.at && (!next || first.at < next)) next = first.at
  }
  const crossing = await nextCrossing(tx, now, next ?? to, timeZone)
  return crossing && (!next || crossing < next) ? crossing : next
}
