import { queryOptions } from '@tanstack/react-query'
import type { DraftContent } from '../canvas/document/draft-content'
import { request } from './request'
import { drawingOf } from './try'

/** What was counted of one step: entries into the scenario, those who came to it, and which way they left. */
export interface StepCounts {
  entered: number
  came: number
  exits: Record<string, number>
}

/** What a step's value would have changed in the last thirty days, as far as a worker has come. */
export interface StepEffect {
  id: string
  nodeId: string
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed'
  concerned: number | null
  total: number | null
  done: number
  drawn: StepCounts
  /** The same drawing with this step as it is live; null where it is not. */
  live: StepCounts | null
  shift: { sooner: number; later: number; same: number } | null
  error: string | null
}

export interface StepEffectTold {
  effect: StepEffect
  /** Who is at the step now, and how many of them would go on at once; null: nobody. */
  waiting: { people: number; atOnce: number | null } | null
}

const LOOK_AGAIN_MS = 700
const KEPT_MS = 10 * 60_000

export const isWorking = ({ state }: StepEffect) => state === 'queued' || state === 'running'

/** Asked of a worker and followed until it is done; stopped there as soon as nobody looks at it. */
export const stepEffectQuery = (flowId: string, nodeId: string, content: DraftContent) => {
  const queryKey = ['flow', flowId, 'step-effect', nodeId, content] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<StepEffectTold> => {
      const begun = await request<StepEffectTold>(
        'POST',
        `/api/flows/${flowId}/steps/${encodeURIComponent(nodeId)}/effect`,
        { drawing: drawingOf(flowId, content) },
      )
      const at = `/api/flows/${flowId}/effects/${begun.effect.id}`
      // What cannot be stopped now ends by itself, and the next one asked for stops it as well.
      const stop = () => void Promise.allSettled([request<void>('DELETE', at)])
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
      try {
        let { effect } = begun
        while (isWorking(effect)) {
          client.setQueryData(queryKey, { ...begun, effect })
          await pause(LOOK_AGAIN_MS, signal)
          effect = await request<StepEffect>('GET', at, undefined, signal)
        }
        return { ...begun, effect }
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
    staleTime: KEPT_MS,
    gcTime: KEPT_MS,
    retry: false,
    refetchOnReconnect: false,
  })
}

/** Resolves after so long; rejects as soon as nobody waits for it any more. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    const give = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    if (signal.aborted) give()
    signal.addEventListener('abort', give, { once: true })
  })
