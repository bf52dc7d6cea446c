import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'

const MOST_DAYS = 30

/** How many entered a flow, and over how many days: the last 30, or those since it was first published. */
export interface Entered {
  people: number
  days: number
}

/** Who entered a flow lately; null while it was never published, or less than a day ago. */
export async function countEntered(tx: Tx, flowId: string): Promise<Entered | null> {
  const { now } = await getClock(tx)
  const [row] = await tx.sql<{ people: number; days: number | null }[]>`
    -- The least of a number and nothing is the number.
    select case when min(v.published_at) is not null then
        least(${MOST_DAYS}::int, floor(extract(epoch from ${now}::timestamptz - min(v.published_at)) / 86400))::int end
        as days,
      (select count(*)::int from enrolments e where e.workspace_id = ${tx.workspaceId} and e.flow_id = ${flowId}
        and e.entered_at > ${now}::timestamptz - make_interval(days => ${MOST_DAYS}::int)) as people
    from flow_versions v where v.workspace_id = ${tx.workspaceId} and v.flow_id = ${flowId}`
  return row?.days ? { people: row.people, days: row.days } : null
}
