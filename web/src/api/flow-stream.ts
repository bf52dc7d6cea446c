import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { FigureRange } from './figure-range'
import { query } from './request'
import type { FlowStats } from './types'
import { readWorkspaceId } from './workspace-store'

/** Keys of the figures that arrive by themselves at the moment. */
const streaming = new Set<string>()

/** Whether the figures of a key arrive by themselves, so that nobody needs to ask for them. */
export const isStreaming = (key: QueryKey): boolean => streaming.has(hashKey(key))

/**
 * Has the server tell a scenario's figures of a range whenever they change, into the cache under `key`. While the
 * stream is away they are asked for as before. Answers how to stop.
 */
export function streamStats(
  flowId: string,
  range: FigureRange,
  queries: QueryClient,
  key: QueryKey,
): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const hash = hashKey(key)
  const asked = query({ ...range, workspace: readWorkspaceId() })
  const source = new EventSource(`/api/flows/${flowId}/stats/live${asked}`)
  source.addEventListener('stats', ({ data }: MessageEvent<string>) => {
    streaming.add(hash)
    queries.setQueryData<FlowStats>(key, JSON.parse(data))
  })
  // The browser tries again by itself; meanwhile the figures are asked for.
  source.addEventListener('error', () => {
    if (!streaming.delete(hash)) return
    void queries.invalidateQueries({ queryKey: key })
  })
  return () => {
    source.close()
    streaming.delete(hash)
  }
}
