import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  Contact,
  ListedContact,
  Message,
  TimelineItem,
  TimelineKind,
  WhyAnswer,
} from './contact-types'
import type { RenderedMail } from './content-types'
import { query, request } from './request'
import type { Enrolment, Page } from './types'

/** Those whose name, address or number begins so; only people of a segment where one is given. */
export const contactsQuery = (search: string, segmentId?: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', search, segmentId ?? null],
    queryFn: ({ pageParam }) =>
      request<Page<ListedContact>>(
        'GET',
        `/api/contacts${query({ search, segmentId, cursor: pageParam, limit: 50 })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // Somebody may have come since the page was left, however short ago that was.
    refetchOnMount: 'always',
  })

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId],
    queryFn: () => request<Contact>('GET', `/api/contacts/${contactId}`),
  })

export const timelineQuery = (contactId: string, kinds: TimelineKind[], language: string) =>
  infiniteQueryOptions({
    queryKey: ['contact', contactId, 'timeline', kinds, language],
    queryFn: ({ pageParam }) =>
      request<Page<TimelineItem>>(
        'GET',
        `/api/contacts/${contactId}/timeline${query({ kinds: kinds.join(','), cursor: pageParam, limit: 40 })}`,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const contactEnrolmentsQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'enrolments'],
    queryFn: () =>
      request<Page<Enrolment>>('GET', `/api/contacts/${contactId}/enrolments?limit=50`),
  })

/** Why one step's message of a scenario reached a customer, or did not. */
export const whyQuery = (contactId: string, flowId: string, nodeId: string, language: string) =>
  queryOptions({
    queryKey: ['contact', contactId, 'why', flowId, nodeId, language],
    queryFn: () =>
      request<{ items: WhyAnswer[] }>('GET', `/api/contacts/${contactId}/why/${flowId}/${nodeId}`),
  })

export const messagesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['messages', contactId],
    queryFn: () =>
      request<Page<Message>>('GET', `/api/messages${query({ contactId, limit: 200 })}`),
  })

export const messageContentQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['message', messageId, 'content'],
    queryFn: () => request<RenderedMail>('GET', `/api/messages/${messageId}/content`),
  })

/** Has a customer erased for good; asked again it changes nothing. */
export const eraseContact = (contactId: string) =>
  request<{ erasedAt: string | null }>('DELETE', `/api/contacts/${contactId}`)
