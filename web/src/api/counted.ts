import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { query, request } from './request'
import type { ContactRef, Page } from './types'

/** Somebody, or some mail, that a figure counts. */
export interface CountedRow extends Omit<ContactRef, 'id'> {
  id: string
  /** When it was sent, refused or ended; null: nothing has happened yet. */
  at: string | null
  contactId: string
  /** Null: no mail was asked for. */
  messageId: string | null
  subject: string | null
  reason: string | null
}

export type CountedPage = Page<CountedRow> & {
  /** Of the whole list. */
  count: number
}

/** A list behind a figure: its address, and which figure of it. */
export interface CountedAsked {
  /** The scenario it is of: what is done to that asks for it anew. */
  flowId: string
  path: string
  figure: string
  [more: string]: string | undefined
}

const read = ({ flowId, path, ...asked }: CountedAsked, page: { cursor?: string; limit: number }) =>
  request<CountedPage>('GET', `${path}${query({ ...asked, ...page })}`)

export const countedQuery = (asked: CountedAsked) =>
  infiniteQueryOptions({
    queryKey: ['flow', asked.flowId, 'counted', asked],
    queryFn: ({ pageParam }) => read(asked, { cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** How long such a list is. */
export const countOfQuery = (asked: CountedAsked) =>
  queryOptions({
    queryKey: ['flow', asked.flowId, 'counted', 'count', asked],
    queryFn: async () => (await read(asked, { limit: 1 })).count,
    refetchInterval: 10_000,
  })
