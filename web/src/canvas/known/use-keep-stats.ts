import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { streamStats } from '../../api/flow-stream'
import { statsQuery } from '../../api/flows'
import { useSession } from '../canvas-context'

/** Keeps the figures of the open scenario as they are right now, and hands them to the cards. */
export function useKeepStats(): void {
  const { flow, store, hasFigures, range } = useSession()
  const queries = useQueryClient()
  useEffect(
    () =>
      hasFigures
        ? streamStats(flow.id, range, queries, statsQuery(flow.id, range).queryKey)
        : undefined,
    [flow.id, range, hasFigures, queries],
  )
  const { data } = useQuery({ ...statsQuery(flow.id, range), enabled: hasFigures })
  const stats = hasFigures ? data : undefined
  useLayoutEffect(() => store.getState().learnStats(stats), [store, stats])
}
