import { queryOptions } from '@tanstack/react-query'
import { query, request } from './request'
import type { Page } from './types'

/** What a customer wrote back to a mail, and who sees to it. */
export interface Answer {
  id: string
  contactId: string
  /** A name, an address or a number. */
  contact: string | null
  from: string
  subject: string
  said: string
  receivedAt: string
  messageSubject: string | null
  flowId: string
  flowName: string
  cart: {
    valueCents: number
    currency: string
    lines: { title: string; quantity: number }[]
  } | null
  owner: AnswerOwner | null
  doneAt: string | null
  doneBy: string | null
  note: string | null
  /** The scenario's commercial mails to them wait for it, so long at most. */
  holdsUntil: string | null
}

export interface AnswerOwner {
  userId: string
  name: string
}

export interface AnswersAsked {
  state: 'open' | 'done'
  contactId?: string
  /** Those a user has taken on. */
  owner?: string
}

/** The first fifty: of open ones those who wait longest, of others the latest. */
export const answersQuery = ({ state, contactId, owner }: AnswersAsked) =>
  queryOptions({
    queryKey: ['answers', state, contactId ?? null, owner ?? null],
    queryFn: () =>
      request<Page<Answer>>('GET', `/api/answers${query({ state, contactId, owner })}`),
    refetchInterval: 10_000,
  })

export const answerOwnersQuery = () =>
  queryOptions({
    queryKey: ['answer-owners'],
    queryFn: () => request<{ items: AnswerOwner[] }>('GET', '/api/answers/owners'),
  })

/** How many customers wait for a person, and since when. */
export interface PeopleWaiting {
  answers: { open: number; since: string | null }
  cases: { open: number; since: string | null }
}

export const peopleWaitingQuery = () =>
  queryOptions({
    queryKey: ['answers', 'waiting'],
    queryFn: () => request<PeopleWaiting>('GET', '/api/people-waiting'),
    refetchInterval: 30_000,
  })

export const giveAnswer = ({ id, userId }: { id: string; userId: string | null }) =>
  request<void>('PUT', `/api/answers/${id}/owner`, { userId })

export const closeAnswer = ({ id, note }: { id: string; note: string }) =>
  request<void>('POST', `/api/answers/${id}/done`, { note })

export const reopenAnswer = (id: string) => request<void>('POST', `/api/answers/${id}/reopen`, {})
