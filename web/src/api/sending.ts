import { queryOptions } from '@tanstack/react-query'
import { queryClient } from './query-client'
import { request } from './request'

/** Something that is not sent for a time, and what led to it. */
export interface SendingPause {
  kind: 'marketing' | 'domain' | 'import'
  /** The domain, or the id of the import; empty for all marketing. */
  subject: string
  /** Of an import. */
  fileName: string | null
  facts: {
    complaints?: number
    delivered?: number
    code?: string
    hard?: number
    sends?: number
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

/** Lifts a pause, an import's with the reason: what it held goes on at once. */
export const resumeSending = async ({
  pause: { kind, subject },
  reason,
}: {
  pause: SendingPause
  reason?: string
}): Promise<void> => {
  const now = await request<Sending>('POST', '/api/sending/resume', { kind, subject, reason })
  queryClient.setQueryData(sendingQuery().queryKey, now)
}
