import type { FeedFailure } from '@relance/core/product/feed'
import type { Tx } from '../connection/scope'

/** A worker that dies with it leaves it for this long. */
const LEASE = '10 minutes'
/** After a failure it is tried again this soon, or at its own time where that comes first. */
const RETRY_HOURS = 1

/** A feed that is to be fetched now. */
export interface DueFeed {
  url: string
  /** Of the file read last. */
  digest: string | null
}

/** Claims the feed where it is due. */
export async function takeFeed({ sql, workspaceId }: Tx): Promise<DueFeed | undefined> {
  const [feed] = await sql<DueFeed[]>`
    update catalogue_feeds set next_at = clock_timestamp() + ${LEASE}::interval
    where workspace_id = ${workspaceId} and next_at <= clock_timestamp() returning url, digest`
  return feed
}

/** How a fetch ended: a new file, the same as before, or none. */
export type FetchEnd =
  | { importId: string; digest: string }
  | { importId: null }
  | { failure: FeedFailure; detail: string | null }

/** Notes how the fetch of an address ended, unless the feed has got another one meanwhile. */
export async function finishFeed(
  { sql, workspaceId }: Tx,
  url: string,
  end: FetchEnd,
): Promise<void> {
  const failed = 'failure' in end ? end : null
  const brought = 'importId' in end && end.importId !== null ? end : null
  await sql`
    update catalogue_feeds set
      next_at = clock_timestamp() + make_interval(hours => case when ${failed !== null} then least(every_hours, ${RETRY_HOURS}) else every_hours end),
      fetched_at = case when ${failed === null} then clock_timestamp() else fetched_at end,
      import_id = coalesce(${brought?.importId ?? null}::uuid, import_id), digest = coalesce(${brought?.digest ?? null}, digest),
      error_code = ${failed?.failure ?? null}, error_detail = left(${failed?.detail ?? null}, 500)
    where workspace_id = ${workspaceId} and url = ${url}`
}
