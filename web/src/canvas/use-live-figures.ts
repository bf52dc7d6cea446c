import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { streamStats } from '../api/flow-stream'
import { statsQuery } from '../api/flows'
import { useSession } from './canvas-context'

/** Keeps the figures of the open scenario as they are right now. Use once per canvas. */
export function useLiveFigures(): void {
  const { flow, hasFigures } = useSession()
  const queries = useQueryClient()
  useEffect(
    () => (hasFigures ? streamStats(flow.id, queries, statsQuery(flow.id).queryKey) : undefined),
    [flow.id, hasFigures, queries],
  )
}
