import { finishFeed, takeFeed } from '@relance/db/catalogue/take-feed'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { allowsPrivateCalls } from '@relance/db/workspace/allows-private-calls'
import { fetchFeed } from '../feed/fetch-feed'
import type { Loop } from './loop'

/** Fetches the catalogue of a workspace when it is due. */
export const feedLoop: Loop = {
  queue: 'feed',
  async work(engine, workspaceId) {
    const scope = { workspaceId, sql: engine.sql }
    const due = await inTransaction(scope, async (tx) => {
      const feed = await takeFeed(tx)
      return feed && { feed, allowPrivate: await allowsPrivateCalls(tx) }
    })
    if (!due) return 0
    const end = await fetchFeed(scope, due.feed, due)
    await inTransaction(scope, (tx) => finishFeed(tx, due.feed.url, end))
    return 1
  },
}
