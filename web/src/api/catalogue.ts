import type { FeedFailure, FeedSettings } from '@relance/core/product/feed'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

/** Where the catalogue is fetched from, and how that went last. */
export interface CatalogueFeed extends FeedSettings {
  nextAt: string
  fetchedAt: string | null
  importId: string | null
  importState: 'queued' | 'reading' | 'done' | 'failed' | null
  taken: number | null
  refused: number | null
  errorCode: FeedFailure | null
  errorDetail: string | null
}
interface Found {
  feed: CatalogueFeed | null
}

export const feedQuery = () =>
  queryOptions({
    queryKey: ['catalogue-feed'],
    queryFn: () => request<Found>('GET', '/api/catalogue/feed'),
    refetchInterval: 3_000,
  })
export const saveFeed = (settings: FeedSettings) =>
  request<Found>('PUT', '/api/catalogue/feed', settings)
export const removeFeed = () => request<void>('DELETE', '/api/catalogue/feed')
export const fetchFeed = () => request<Found>('POST', '/api/catalogue/feed/fetch')
