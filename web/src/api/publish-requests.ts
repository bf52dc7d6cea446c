import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

/** A draft that somebody asked to be published. Names are null for a script. */
export interface AskedToPublish {
  id: string
  flowId: string
  flowName: string
  /** Steps and rules are still those that were asked for. */
  isCurrent: boolean
  note: string | null
  askedBy: string | null
  askedAt: string
  /** Null while nobody has answered. */
  answer: 'published' | 'declined' | 'withdrawn' | null
  answeredBy: string | null
  answeredAt: string | null
  /** Why it was declined. */
  reason: string | null
}

interface Latest {
  request: AskedToPublish | null
}

/** What was asked last of a scenario, answered or not. */
export const askedQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'asked'],
    queryFn: async () => (await request<Latest>('GET', path(flowId))).request,
    refetchInterval: 30_000,
  })

/** What publishers have not answered yet. */
export const openRequestsQuery = () =>
  queryOptions({
    queryKey: ['publish-requests'],
    queryFn: async () =>
      (await request<{ items: AskedToPublish[] }>('GET', '/api/publish-requests')).items,
    refetchInterval: 30_000,
  })

const path = (flowId: string) => `/api/flows/${flowId}/publish-request`

export const askToPublish = (flowId: string, body: { revision: number; note: string }) =>
  request<Latest>('POST', path(flowId), body)
export const withdrawRequest = (flowId: string) => request<Latest>('DELETE', path(flowId))
export const declineRequest = (flowId: string, reason: string) =>
  request<Latest>('POST', `${path(flowId)}/decline`, { reason })
