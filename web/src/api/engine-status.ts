import type { QueueName } from '@relance/core/words/queue-words'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request'
import type { Enrolment } from './types'

export interface MailCount {
  state: 'queued' | 'sending' | 'sent' | 'refused' | 'failed'
  reason: string | null
  mails: number
}

/** How the engine is; ages and latenesses in seconds, instants of machine time. */
export interface EngineStatus {
  status: 'up' | 'starting' | 'degraded'
  parts: { name: 'database' | 'temporal' | 'worker'; works: boolean; says: string }[]
  queues: {
    queue: QueueName
    waiting: number | null
    oldestSeconds: number | null
    stuckFor: number | null
  }[]
  timers: {
    minutes: number
    count: number
    p50: number | null
    p99: number | null
    nudges: number
  }
  workers: { startedAt: string; beatAge: number; works: boolean }[]
  mails: { hour: MailCount[]; day: MailCount[] }
  troubles: {
    queue: string
    subject: string
    flowId: string | null
    flowName: string | null
    since: string
    times: number
    error: string
  }[]
  attention: {
    count: number
    items: (Enrolment & { error: { message: string } | null; contactId: string })[]
  }
  setAside: {
    count: number
    items: {
      eventId: string
      name: string
      contactId: string
      storedAt: string
      error: string | null
    }[]
  }
}

export const engineStatusQuery = (language: string) =>
  queryOptions({
    queryKey: ['status', 'engine', language],
    queryFn: () => request<EngineStatus>('GET', '/api/status/engine'),
    refetchInterval: 5_000,
  })
