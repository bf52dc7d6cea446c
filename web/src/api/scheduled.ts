import { request } from './request'
import type { Flow, People } from './types'

/** What is to happen to a scenario by itself. */
export interface ScheduledAct {
  at: string
  people: People
  /** Null for a script. */
  by: string | null
  madeAt: string
  /** Of a start: steps and rules of the draft are still those that were scheduled. */
  isCurrent: boolean
}

export interface Scheduled {
  start: ScheduledAct | null
  end: ScheduledAct | null
  /** The start that failed and nobody has seen to: nothing changed. */
  failed: { at: string; reason: { en: string; fr: string } } | null
}

export const nothingScheduled: Scheduled = { start: null, end: null, failed: null }

export const cancelStart = (flowId: string) =>
  request<Flow>('DELETE', `/api/flows/${flowId}/scheduled-start`)
export const startNow = (flowId: string) =>
  request<{ version: number; entered: number }>('POST', `/api/flows/${flowId}/scheduled-start/now`)
export const cancelEnd = (flowId: string) =>
  request<Flow>('DELETE', `/api/flows/${flowId}/scheduled-end`)
