import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { query, request } from './request'
import type { Page } from './types'

export interface WebSession {
  id: string
  startedAt: string
  lastAt: string
  pages: number
  sections: Record<string, number>
}

export interface Identity {
  kind: 'external' | 'anonymous'
  value: string
  tiedAt: string | null
  tiedBy: 'visit' | 'event' | 'identify' | 'alias' | 'mail-link' | 'import' | null
  lastSeenAt: string | null
  pages: number
}

export interface Merge {
  id: string
  fromId: string
  at: string
  undoUntil: string
  obstacle: 'undone' | 'too-late' | 'erased' | 'joined-since' | null
  events: number
  orders: number
}

export interface Recognition {
  days: number
  visits: number
  recognisedVisits: number
  contacts: number
  identifiedContacts: number
}

export const sessionsQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: ['contact', contactId, 'sessions'],
    queryFn: ({ pageParam }) =>
      request<Page<WebSession>>(
        'GET',
        `/api/contacts/${contactId}/sessions${query({ cursor: pageParam, limit: 5 })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const identitiesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'identities'],
    queryFn: () => request<Page<Identity>>('GET', `/api/contacts/${contactId}/identities`),
  })

export const mergesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'merges'],
    queryFn: () => request<Page<Merge>>('GET', `/api/contacts/${contactId}/merges`),
  })

export const undoMerge = (contactId: string, mergeId: string) =>
  request<{ contactId: string }>('POST', `/api/contacts/${contactId}/merges/${mergeId}/undo`)

export const recognitionQuery = () =>
  queryOptions({
    queryKey: ['recognition'],
    queryFn: () => request<Recognition>('GET', '/api/recognition?days=30'),
    staleTime: 60_000,
  })
