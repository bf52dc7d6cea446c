import type { Rule } from '@relance/core/rule/rule'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ListedContact } from './contact-types'
import { requestKept, whileAway } from './kept-answers'
import { query, request } from './request'
import type { Page } from './types'

export interface Segment {
  id: string
  name: string
  rule: Rule
  revision: number
  /** People in it now. */
  count: number
  isFilling: boolean
  createdAt: string
  updatedAt: string
}

export interface SegmentUse {
  kind: 'flow' | 'segment' | 'inactivity'
  id: string
  name: string
}

export interface SegmentPreview {
  count: number
  sample: ListedContact[]
  unknownFields: { path: string; field: string }[]
}

export const segmentsQuery = () =>
  queryOptions({
    queryKey: ['segments'],
    queryFn: () => requestKept<Page<Segment>>('/api/segments'),
    ...whileAway,
  })

export const segmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['segments', id],
    queryFn: () => request<Segment & { usedBy: SegmentUse[] }>('GET', `/api/segments/${id}`),
  })

export const segmentMembersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['segments', id, 'members'],
    queryFn: ({ pageParam }) =>
      request<Page<ListedContact>>(
        'GET',
        `/api/segments/${id}/members${query({ cursor: pageParam })}`,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Whom a rule takes in now. A newer rule makes the query of the older one stop. */
export const segmentPreviewQuery = (rule: Rule, segmentId: string | null) =>
  queryOptions({
    queryKey: ['segment-preview', segmentId, rule],
    queryFn: ({ signal }) =>
      request<SegmentPreview>('POST', '/api/segments/preview', { rule, segmentId }, signal),
    retry: false,
  })

export const createSegment = (segment: { name: string; rule: Rule }) =>
  request<{ id: string }>('POST', '/api/segments', segment)
export const changeSegment = (id: string, change: { name: string; rule: Rule; revision: number }) =>
  request<Segment>('PUT', `/api/segments/${id}`, change)
export const deleteSegment = (id: string) => request<void>('DELETE', `/api/segments/${id}`)
