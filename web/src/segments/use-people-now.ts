import type { Rule } from '@relance/core/rule/rule'
import type { Leaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { ApiError } from '../api/api-error'
import { type SegmentPreview, segmentPreviewQuery } from '../api/segments'
import { useSettled } from '../ui/use-settled'

/** A rule is asked once it has stayed the same this long. */
const SETTLES_AFTER_MS = 250
const LOOKS_AGAIN_MS = 10_000

/** How many people were counted last, and when, in milliseconds. */
export interface LastCount {
  count: number
  at: number
}

export interface PeopleNowAsked {
  data: SegmentPreview | undefined
  error: Error | null
  /** What is shown is of the rule before, or is being asked anew. */
  isStale: boolean
  /** The conditions that take too long to count; none while the rule is counted in time. */
  slow: readonly Leaf[]
  last: LastCount | null
  again: () => void
}

/**
 * Whom a rule takes in as it stands, asked anew every ten seconds while it is answered.
 * @param saved how many are in the segment that is edited, as last read
 */
export function usePeopleNow(
  rule: Rule,
  segmentId: string | null,
  saved: number | null,
): PeopleNowAsked {
  const asked = useSettled(rule, SETTLES_AFTER_MS)
  const { data, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = useQuery({
    ...segmentPreviewQuery(asked, segmentId),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.error ? false : LOOKS_AGAIN_MS),
  })
  const [last, setLast] = useState<LastCount | null>(() =>
    saved === null ? null : { count: saved, at: Date.now() },
  )
  useEffect(() => {
    if (data && !isPlaceholderData) setLast({ count: data.count, at: dataUpdatedAt })
  }, [data, isPlaceholderData, dataUpdatedAt])
  const slow = useMemo(() => slowLeaves(error, asked), [error, asked])
  return {
    ...{ data, error, slow, last, again: () => void refetch() },
    isStale: asked !== rule || isFetching,
  }
}

/** The server names them by their places: `rule`, `rule.and.0`. */
function slowLeaves(error: Error | null, rule: Rule): Leaf[] {
  if (!(error instanceof ApiError) || error.body.reason !== 'rule-too-slow') return []
  const places = new Set(Array.isArray(error.body.slow) ? error.body.slow : [])
  return leavesOf(rule).flatMap(({ path, leaf }) =>
    places.has(path === '' ? 'rule' : `rule.${path}`) ? [leaf] : [],
  )
}
