import { queryOptions } from '@tanstack/react-query'
import { queryClient } from './query-client'
import { request } from './request'

/** Something that is not sent for a time, and what led to it. */
export interface SendingPause {
  kind: 'marketing' | 'domain'
  /** The domain; empty for all marketing. */
  subject: string
  facts: {
    complaints?: number
    delivered?: number
    code?: string
  }
  since: string
  until: string | null
}

/** How sending stands against its limits now. */
export interface Sending {
  nextDayAt: string
  workspace: { taken: number; most: number } | null
  warmUp: { domain: string; day: number; taken: number; most: number; next: number | null } | null
  domains: { domain: string; per: 'hour' | 'day'; taken: number; most: number }[]
  held: { reason: string; mails: number }[]
  pauses: SendingPause[]
}

export const sendingQuery = () =>
  queryOptions({
    queryKey: ['sending'],
    queryFn: () => request<Sending>('GET', '/api/sending'),
    refetchInterval: 10_000,
  })

/** Lifts a pause: what it held goes on at once. */
export const resumeSending = async ({ kind, subject }: SendingPause): Promise<void> => {
  const now = await request<Sending>('POST', '/api/sending/resume', { kind, subject })
  queryClient.setQueryData(sendingQuery().queryKey, now)
}
