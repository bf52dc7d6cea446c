import { queryOptions } from '@tanstack/react-query'
import type { DraftContent } from '../canvas/document/draft-content'
import { request } from './request'
import { drawingOf } from './try'
import type { ContactRef } from './types'

export interface NodeCounts {
  entered: number
  sent: number
  held: number
  refused: number
  exits: Record<string, number>
}

/** What a drawing would have done in the last thirty days, as far as a worker has come. */
export interface Backtest {
  id: string
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed'
  from: string
  until: string
  concerned: number | null
  total: number | null
  done: number
  entered: number
  days: Record<string, number>
  nodes: Record<string, NodeCounts>
  people: { contact: ContactRef; at: string; end: string | null }[]
  cutShort: number
  /** The same of the version that was live; `entered` null where the past does not tell of it. */
  live: {
    version: number
    entered: number | null
    days: Record<string, number>
    nodes: Record<string, NodeCounts>
  } | null
  error: string | null
  computedAt: string | null
}

const LOOK_AGAIN_MS = 1_000

export const isUnderWay = (backtest: Backtest | null | undefined) =>
  backtest?.state === 'queued' || backtest?.state === 'running'

/** The latest of a scenario; looked at again while it is under way. */
export const backtestQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'backtest'],
    queryFn: () => request<{ backtest: Backtest | null }>('GET', `/api/flows/${flowId}/backtest`),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.backtest) ? LOOK_AGAIN_MS : false),
  })

export const startBacktest = (flowId: string, content: DraftContent) =>
  request<Backtest>('POST', `/api/flows/${flowId}/backtest`, {
    drawing: drawingOf(flowId, content),
  })

export const cancelBacktest = (flowId: string) =>
  request<void>('DELETE', `/api/flows/${flowId}/backtest`)
