import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import { takeNight } from './nights'

const SILENT_AFTER = '15 seconds'

/** A scoring of everybody that a worker has claimed. */
export interface Rebuild {
  id: string
  asOf: Date
  /** Only what was ordered before `asOf` counts. */
  pinned: boolean
  /** Everybody is scored; what has changed is being written. A crash of the database may have forgotten what that was. */
  prepared: boolean
}

/**
 * Claims the oldest scoring that is not finished, asking for one where the night has come; undefined when there is
 * none. One that another worker does is left to it while its heart beats.
 */
export async function takeRebuild(tx: Tx, workerId: string): Promise<Rebuild | undefined> {
  if (await takeNight(tx)) {
    const { now } = await getClock(tx)
    await tx.sql`
      insert into score_builds (workspace_id, id, as_of, pinned) values (${tx.workspaceId}, ${newId()}, ${now}, false)`
  }
  const [rebuild] = await tx.sql<Rebuild[]>`
    update score_builds set state = 'reading', reader = ${workerId}
    where workspace_id = ${tx.workspaceId} and id = (
        -- One after the other: a later one starts from what an earlier one has written.
        select b.id from score_builds b where b.workspace_id = ${tx.workspaceId} and b.state in ('queued', 'reading')
        order by b.created_at, b.id limit 1)
      and (reader is null or reader = ${workerId} or not exists (
        select 1 from workers w
        where w.id = reader and w.beat_at > clock_timestamp() - ${SILENT_AFTER}::interval))
    returning id, as_of as "asOf", pinned, figures is not null and (staged = 0 or exists (
        select 1 from score_staging g where g.workspace_id = ${tx.workspaceId} and g.build_id = score_builds.id)) as prepared`
  return rebuild
}
