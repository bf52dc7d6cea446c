import type { QueryClient } from '@tanstack/react-query'
import type { FlowStats } from './types'
import { readWorkspaceId } from './workspace-store'

/** Scenarios whose figures arrive by themselves at the moment. */
const streaming = new Set<string>()

/** Whether a scenario's figures arrive by themselves, so that nobody needs to ask for them. */
export const isStreaming = (flowId: string): boolean => streaming.has(flowId)

/**
 * Has the server tell a scenario's figures whenever they change, into the cache under `key`. While the stream is away
 * they are asked for as before. Answers how to stop.
 */
export function streamStats(
  flowId: string,
  queries: QueryClient,
  key: readonly string[],
): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const workspace = readWorkspaceId()
  const query = workspace ? `?workspace=${workspace}` : ''
  const source = new EventSource(`/api/flows/${flowId}/stats/live${query}`)
  source.addEventListener('stats', ({ data }: MessageEvent<string>) => {
    streaming.add(flowId)
    queries.setQueryData<FlowStats>(key, JSON.parse(data))
  })
  // The browser tries again by itself; meanwhile the figures are asked for.
  source.addEventListener('error', () => {
    if (!streaming.delete(flowId)) return
    void queries.invalidateQueries({ queryKey: key })
  })
  return () => {
    source.close()
    streaming.delete(flowId)
  }
}
