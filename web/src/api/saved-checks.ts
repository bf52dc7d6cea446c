import { queryOptions } from '@tanstack/react-query'
import type { DraftContent } from '../canvas/document/draft-content'
import { request } from './request'
import { type CheckAsked, drawingOf, type Tried } from './try'
import type { ContactRef } from './types'

/** What is compared: only where the way ends, or each step of it. */
export type Compares = 'end' | 'path'

export interface PathStep {
  nodeId: string
  type: string
  name: string | null
  exit: string | null
}

/** A path as a check remembers it; words are in the reader's language. */
export interface CheckedPath {
  refused: string | null
  end: string | null
  standing: string | null
  steps: PathStep[]
}

/** A customer and where they are to end. */
export interface SavedCheck {
  id: string
  name: string
  compares: Compares
  contact: ContactRef
  asked: CheckAsked
  expected: CheckedPath
  createdAt: string
}

/** How a check came out. */
export interface CheckOutcome {
  checkId: string
  name: string
  compares: Compares
  outcome: 'passes' | 'fails' | 'not-walked'
  reason: string | null
  expected: CheckedPath
  got: CheckedPath | null
  differs: { n: number; expected: PathStep | null; got: PathStep | null } | null
}

export const savedChecksQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'checks'],
    queryFn: () => request<{ items: SavedCheck[] }>('GET', `/api/flows/${flowId}/checks`),
  })

/** Every check of a scenario, walked through what is drawn; or through the saved draft of a revision. */
export const outcomesQuery = (flowId: string, drawn: DraftContent | number) =>
  queryOptions({
    queryKey: ['flow', flowId, 'checks', 'outcomes', drawn],
    queryFn: () =>
      request<{ items: CheckOutcome[] }>('POST', `/api/flows/${flowId}/checks/run`, {
        ...(typeof drawn !== 'number' && { drawing: drawingOf(flowId, drawn) }),
      }),
    staleTime: 30_000,
    retry: false,
  })

/** Keeps the path of a rehearsal as what is expected from now on. */
export const saveCheck = (
  flowId: string,
  content: DraftContent,
  tried: Tried,
  { name, compares }: { name: string; compares: Compares },
) => {
  const { until: _, ...asked } = tried
  return request<SavedCheck>('POST', `/api/flows/${flowId}/checks`, {
    ...{ ...asked, name, compares, drawing: drawingOf(flowId, content) },
  })
}

/** What the drawing makes of a check now is what it expects from now on. */
export const expectPath = (flowId: string, checkId: string, content: DraftContent) =>
  request<SavedCheck>('PUT', `/api/flows/${flowId}/checks/${checkId}`, {
    drawing: drawingOf(flowId, content),
  })

export const deleteCheck = (flowId: string, checkId: string) =>
  request<void>('DELETE', `/api/flows/${flowId}/checks/${checkId}`)
