import type { InactivityDefinition } from '@relance/core/activity/inactivity'
import type { Rung } from '@relance/core/activity/ladder'
import type { LifecycleStage, LifecycleStep } from '@relance/core/activity/lifecycle'
import { queryOptions } from '@tanstack/react-query'
import { request } from './request'
import type { Page } from './types'

/** Who stands where between the first contact and being lost, and who moved in the last 30 days. */
export interface Lifecycle {
  asOf: string
  since: string
  stages: Record<LifecycleStage, number>
  moves: Record<LifecycleStep | 'prospect' | 'returned', number>
  flows: { id: string; name: string; inside: number; steps: LifecycleStep[] }[]
}

/** Moves between rungs of the ladder; `day` is a local date. */
export interface LadderMove {
  day: string
  from: Rung
  to: Rung
  people: number
}

export interface ActivityFigures {
  asOf: string
  rungs: Record<Rung, number>
  moves: LadderMove[]
}

/** Shares from 0 to 1; scores from 1 to 5. */
export interface ReturnFigures {
  learnedAsOf: string
  cells: {
    recency: number
    frequency: number
    people: number
    returned: number
    share: number
    borrowed: boolean
  }[]
  proven: {
    recency: number
    frequency: number
    people: number
    predicted: number | null
    actual: number
  }[]
  list: { asOf: string; ranked: number } | null
}

export interface ListedReturn {
  id: string
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
  rank: number
  chance: number
  recency: number
  frequency: number
  lastOrderAt: string | null
}

export type SavedDefinition = InactivityDefinition & { id: string }

export interface DefinitionsPreview {
  people: number
  inactive: number
  byDefinition: number[]
  sample: { id: string; externalId: string | null; email: string | null; definition: number }[]
}

export const lifecycleQuery = () =>
  queryOptions({
    queryKey: ['lifecycle'],
    queryFn: () => request<Lifecycle>('GET', '/api/lifecycle'),
  })

export const activityQuery = (days: number) =>
  queryOptions({
    queryKey: ['activity', days],
    queryFn: () => request<ActivityFigures>('GET', `/api/activity?days=${days}`),
  })

export const returnsQuery = () =>
  queryOptions({
    queryKey: ['returns', 'figures'],
    queryFn: () => request<ReturnFigures>('GET', '/api/returns'),
  })

export const returnListQuery = () =>
  queryOptions({
    queryKey: ['returns', 'list'],
    queryFn: () => request<Page<ListedReturn>>('GET', '/api/returns/list?limit=50'),
  })

export const rebuildReturns = () =>
  request<{ asOf: string; ranked: number }>('POST', '/api/returns')

/** Makes the first so many of the list a segment. */
export const segmentOfTop = (name: string, top: number) =>
  request<{ id: string }>('POST', '/api/segments', {
    name,
    rule: { field: 'returnRank', op: '<=', value: top },
  })

export const definitionsQuery = () =>
  queryOptions({
    queryKey: ['inactivity-definitions'],
    queryFn: () => request<Page<SavedDefinition>>('GET', '/api/inactivity-definitions'),
  })

export const previewQuery = (definitions: InactivityDefinition[]) =>
  queryOptions({
    queryKey: ['inactivity-preview', definitions],
    queryFn: () =>
      request<DefinitionsPreview>('POST', '/api/inactivity-definitions/preview', { definitions }),
    placeholderData: (before: DefinitionsPreview | undefined) => before,
  })

export const saveDefinition = ({
  id,
  ...definition
}: InactivityDefinition & { id: string | null }) =>
  id === null
    ? request<{ id: string }>('POST', '/api/inactivity-definitions', definition)
    : request<{ id: string }>('PUT', `/api/inactivity-definitions/${id}`, definition)

export const deleteDefinition = (id: string) =>
  request<{ id: string }>('DELETE', `/api/inactivity-definitions/${id}`)
