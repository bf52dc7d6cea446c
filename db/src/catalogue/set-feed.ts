import { AppError } from '@relance/core/error/app-error'
import type { FeedSettings } from '@relance/core/product/feed'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { ring } from '../outbox/wake'

/** Says where the catalogue is fetched from, and has it fetched at once. What an earlier address led to is forgotten. */
export const setFeed = (scope: Scope | Tx, { url, everyHours }: FeedSettings): Promise<void> =>
  inTransaction(scope, async (tx) => {
    await tx.sql`
      insert into catalogue_feeds (workspace_id, url, every_hours) values (${tx.workspaceId}, ${url}, ${everyHours})
      on conflict (workspace_id) do update set url = excluded.url, every_hours = excluded.every_hours,
        next_at = clock_timestamp(), error_code = null, error_detail = null,
        digest = case when catalogue_feeds.url = excluded.url then catalogue_feeds.digest end`
    await ring(tx, 'feed')
  })

/**
 * Has the feed fetched at once, and read even if the file is the one of last time.
 * @throws AppError not-found where there is none
 */
export const fetchFeedNow = (scope: Scope | Tx): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const asked = await tx.sql`
      update catalogue_feeds set next_at = clock_timestamp(), digest = null where workspace_id = ${tx.workspaceId} returning 1`
    if (asked.length === 0) throw new AppError('not-found', 'There is no catalogue feed.')
    await ring(tx, 'feed')
  })

/** Fetches it no more. The products it brought stay. */
export const removeFeed = (scope: Scope | Tx): Promise<void> =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) =>
      void (await sql`delete from catalogue_feeds where workspace_id = ${workspaceId}`),
  )
