import type { RfmReport } from '@relance/core/score/rfm-report'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request'
import type { Page } from './types'

/** A scoring of everybody, and the instant it holds for. */
export interface Scores extends RfmReport {
  asOf: string
}

export interface Latency {
  rank: number
  cases: number
  mean: number
  median: number
  p80: number
}

export interface Rebuild {
  id: string
  state: 'queued' | 'reading' | 'done' | 'failed'
  asOf: string
  error: string | null
}

export interface PastScore {
  at: string
  r: number
  f: number
  m: number
  total: number
  percentile: number
}

export const scoresQuery = () =>
  queryOptions({
    queryKey: ['scores'],
    queryFn: () => request<Scores>('GET', '/api/scores/rfm'),
    // Orders just imported are scored within seconds: the page that waits for them fills by itself.
    refetchInterval: ({ state }) => (state.data?.customers === 0 ? 2_000 : false),
  })

export const latenciesQuery = () =>
  queryOptions({
    queryKey: ['scores', 'latency'],
    queryFn: () => request<Latency[]>('GET', '/api/scores/latency'),
  })

export const rebuildQuery = (id: string) =>
  queryOptions({
    queryKey: ['rebuild', id],
    queryFn: () => request<Rebuild>('GET', `/api/scores/rebuild/${id}`),
  })

export const scoreHistoryQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'scores'],
    queryFn: () => request<Page<PastScore>>('GET', `/api/contacts/${contactId}/scores`),
  })

export const startRebuild = () => request<{ id: string }>('POST', '/api/scores/rebuild', {})
