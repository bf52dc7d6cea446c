import { queryOptions } from '@tanstack/react-query'
import { request } from './request'

/** Both sides of a run at one instant. */
export interface JourneyRow {
  at: string
  customer: {
    kind: 'visit' | 'open' | 'click' | 'order' | 'other'
    words: string
    detail: string | null
  }[]
  /** Seconds without anything from the customer, where a counter ran out. */
  silence: number | null
  company: {
    kind: 'recognised' | 'counter' | 'send' | 'goal' | 'step'
    nodeId: string | null
    words: string
  }[]
}

export const journeyQuery = (enrolmentId: string, language: string) =>
  queryOptions({
    queryKey: ['enrolment', enrolmentId, 'journey', language],
    queryFn: () =>
      request<{ items: JourneyRow[] }>('GET', `/api/enrolments/${enrolmentId}/journey`),
  })

/** The median of people's waits by step, in seconds. */
export const waitsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'waits'],
    queryFn: () => request<{ waits: Record<string, number> }>('GET', `/api/flows/${flowId}/waits`),
  })
