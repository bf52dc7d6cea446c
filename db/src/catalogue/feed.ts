import type { FeedFailure } from '@relance/core/product/feed'

/** A workspace's feed, and how its last fetch ended. Instants are the machine's. */
export interface Feed {
  url: string
  everyHours: number
  nextAt: Date
  fetchedAt: Date | null
  /** The import that the last new file became. */
  importId: string | null
  importState: 'queued' | 'reading' | 'done' | 'failed' | null
  /** Products that import has taken, and rows it refused. */
  taken: number | null
  refused: number | null
  errorCode: FeedFailure | null
  /** What the other side answered, where it says more. */
  errorDetail: string | null
}
