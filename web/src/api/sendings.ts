import { queryOptions } from '@tanstack/react-query'
import { request } from './request'
import type { Flow } from './types'

/** One sending of a scheduled scenario. Who entered is in exactly one of sent, held, underway, refused, failed, left. */
export interface Sending {
  id: string
  version: number
  at: string
  state: 'waiting' | 'taking' | 'sending' | 'paused' | 'done' | 'cancelled'
  /** Of the audience, when it began. */
  total: number
  queued: number
  entered: number
  notEntered: number
  sent: number
  held: number
  underway: number
  refused: Record<string, number>
  failed: number
  left: number
  cancelled: number
  /** Those not let in, and those spared, are listed by name: not of older sendings. */
  namesMissed: boolean
  expectedEndAt: string | null
}

export interface Sendings {
  /** When the next one comes; null: none does. */
  nextAt: string | null
  items: Sending[]
}

type Given = { at: string; by: string | null } | null
export interface Approvals {
  needed: boolean
  /** How many the audience holds now. */
  people: number | null
  content: Given
  target: Given
  /** When it goes, to whom and how fast; null: nothing starts it. */
  says: string | null
  /** When it goes, where it goes once; passed: as soon as it is published. */
  at: string | null
  mails: { id: string; name: string }[]
}

export const sendingsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'sendings'],
    queryFn: () => request<Sendings>('GET', `/api/flows/${flowId}/sendings`),
    refetchInterval: 3_000,
  })

export const cancelSending = (flowId: string, sendingId: string) =>
  request<{ people: number }>('POST', `/api/flows/${flowId}/sendings/${sendingId}/cancel`, {})

/** Before the first sending: nobody gets it. */
export const cancelNewsletter = (flowId: string) =>
  request<Flow>('POST', `/api/flows/${flowId}/cancel`, {})

export const approvalsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'approvals'],
    queryFn: () => request<Approvals>('GET', `/api/flows/${flowId}/approvals`),
    staleTime: 0,
  })

export const approve = (flowId: string, kind: 'content' | 'target') =>
  request<Approvals>('POST', `/api/flows/${flowId}/approvals`, { kind })
