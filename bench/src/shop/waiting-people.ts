import type { Bench } from '../system/with-system'
import { until } from '../until'
import type { Shop } from './make-shop'

const WITHIN_MS = 3_600_000

/** Waits until exactly so many enrolments of the shop wait, and each has its run. */
export const untilWaiting = (
  { owner }: Pick<Bench, 'owner'>,
  { workspaceId }: Shop,
  count: number,
) =>
  until(`${count} enrolments wait`, WITHIN_MS, async () => {
    const [row] = await owner`
      select count(*)::int as waiting, exists (select 1 from outbox where workspace_id = ${workspaceId}) as unsent,
        exists (select 1 from event_queue where workspace_id = ${workspaceId}) as unread
      from enrolments where workspace_id = ${workspaceId} and state <> 'ended'`
    return row?.waiting === count && !row.unsent && !row.unread
  })
