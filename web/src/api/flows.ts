import type { Draft } from '@relance/core/graph/draft'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import type { Problem } from '@relance/core/plan/problem'
import { queryOptions } from '@tanstack/react-query'
import { everybody, type FigureRange } from './figure-range'
import { isStreaming } from './flow-stream'
import { requestKept, whileAway } from './kept-answers'
import { query, request } from './request'
import { nothingScheduled } from './scheduled'
import type {
  CreatedFlow,
  Enrolment,
  Flow,
  FlowRow,
  FlowStats,
  FlowVersion,
  ListedVersion,
  Page,
  PublishPreview,
  PublishRequest,
  ScenarioTemplate,
  TraceEntry,
} from './types'

export type Figure = 'entered' | 'waiting' | 'passed' | 'left' | 'converted'

export const flowsQuery = () =>
  queryOptions({
    queryKey: ['flows'],
    queryFn: () => request<Page<FlowRow>>('GET', '/api/flows?limit=200'),
  })

export const scenarioTemplatesQuery = (language: string) =>
  queryOptions({
    queryKey: ['scenario-templates', language],
    queryFn: () => request<Page<ScenarioTemplate>>('GET', '/api/scenario-templates?limit=100'),
  })

/** As it was kept before anything could be scheduled. */
type KeptFlow = Omit<Flow, 'scheduled'> & Partial<Pick<Flow, 'scheduled'>>

export const flowQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId],
    queryFn: async (): Promise<Flow> => {
      const flow = await requestKept<KeptFlow>(`/api/flows/${flowId}`)
      return { ...flow, scheduled: flow.scheduled ?? nothingScheduled }
    },
    // What is scheduled happens by itself.
    refetchInterval: ({ state: { data } }) =>
      data?.scheduled.start || data?.scheduled.end ? 15_000 : false,
    ...whileAway,
  })

export const readDraft = (flowId: string) => request<Draft>('GET', `/api/flows/${flowId}/draft`)
export const writeDraft = (draft: Draft) =>
  request<Draft>('PUT', `/api/flows/${draft.flowId}/draft`, draft)

export const problemsQuery = (flowId: string, language: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'problems', language],
    queryFn: () => request<{ items: Problem[] }>('GET', `/api/flows/${flowId}/problems`),
  })

/** What drafts are checked against; one whose contents changed elsewhere is asked for again on coming back. */
export const factsQuery = (flowId: string, used: string) =>
  queryOptions({
    queryKey: ['facts', flowId, used],
    queryFn: () =>
      requestKept<CompileFacts>(`/api/flows/${flowId}/facts?templates=${encodeURIComponent(used)}`),
    ...whileAway,
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
  })

/** Forgets what drafts were checked against: a mail they name has changed. */
export const staleFacts = { queryKey: ['facts'] }

export const versionQuery = (flowId: string, version: number) =>
  queryOptions({
    queryKey: ['flow', flowId, 'version', version],
    queryFn: () => requestKept<FlowVersion>(`/api/flows/${flowId}/versions/${version}`),
    ...whileAway,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What was published, newest first, with how many are inside each. */
export const versionsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'versions'],
    queryFn: () => request<Page<ListedVersion>>('GET', `/api/flows/${flowId}/versions?limit=200`),
  })

export const statsQuery = (flowId: string, range: FigureRange = everybody) => {
  const queryKey = ['flow', flowId, 'stats', range]
  return queryOptions({
    queryKey,
    queryFn: () => request<FlowStats>('GET', `/api/flows/${flowId}/stats${query({ ...range })}`),
    // Figures of another range stand until those asked for are there.
    placeholderData: (before, from) => (from?.queryKey[1] === flowId ? before : undefined),
    refetchInterval: () => (isStreaming(queryKey) ? false : 5_000),
  })
}

export const publishPreviewQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'publish-preview'],
    queryFn: () => request<PublishPreview>('GET', `/api/flows/${flowId}/publish-preview`),
    staleTime: 0,
    gcTime: 0,
  })

export const flowEnrolmentsQuery = (
  flowId: string,
  filter: { nodeId?: string; figure?: Figure | 'held'; state?: string } & FigureRange,
) =>
  queryOptions({
    queryKey: ['flow', flowId, 'enrolments', filter],
    queryFn: () =>
      request<Page<Enrolment>>(
        'GET',
        `/api/flows/${flowId}/enrolments${query({ ...filter, limit: 100 })}`,
      ),
  })

export const traceQuery = (enrolmentId: string, language: string) =>
  queryOptions({
    queryKey: ['enrolment', enrolmentId, 'trace', language],
    queryFn: () =>
      request<Page<TraceEntry>>('GET', `/api/enrolments/${enrolmentId}/trace?limit=500`),
  })

export const enrolmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['enrolment', id],
    queryFn: () => request<Enrolment>('GET', `/api/enrolments/${id}`),
  })

export const createFlow = (body: Record<string, unknown>) =>
  request<CreatedFlow>('POST', '/api/flows', body)
export const renameFlow = (flowId: string, name: string) =>
  request<Flow>('PATCH', `/api/flows/${flowId}`, { name })
export const deleteFlow = (flowId: string) => request<void>('DELETE', `/api/flows/${flowId}`)
export const publishFlow = (flowId: string, body: PublishRequest) =>
  request<{ version: number; entered: number } | { startAt: string }>(
    'POST',
    `/api/flows/${flowId}/publish`,
    body,
  )
export const pauseFlow = (flowId: string) => request<Flow>('POST', `/api/flows/${flowId}/pause`, {})
/** What going on after a pause sends to an audience. */
export interface GoingOn {
  /** Still to be sent to. */
  people: number
  pace: { pace: 'none' | 'minute' | 'hour' | 'over'; people: number | null; over: string | null }
  /** Each by their own clock. */
  isLocal: boolean
  /** The hour that passed in the pause: it begins at once. */
  passedAt: string | null
  /** The one that comes at its hour. */
  nextAt: string | null
}
/** What going on after a pause would do. Asked anew each time: it grows while the question stands. */
export const resumePreviewQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'resume-preview'],
    queryFn: () =>
      request<{ overdue: number; sending: GoingOn | null }>(
        'GET',
        `/api/flows/${flowId}/resume-preview`,
      ),
    gcTime: 0,
  })
export const resumeFlow = (flowId: string, overdue: Record<string, unknown>) =>
  request<Flow>('POST', `/api/flows/${flowId}/resume`, { overdue })
/** @param endAt when it ends by itself; null: it stops now */
export const stopFlow = (flowId: string, people: 'finish' | 'leave', endAt: string | null) =>
  request<Flow>('POST', `/api/flows/${flowId}/stop`, { people, ...(endAt && { endAt }) })
/** What a publisher does with one person by hand. A reason is kept in their history. */
export type HandAct =
  | { act: 'retry' }
  | { act: 'skip'; reason?: string }
  | { act: 'end'; reason: string }
  | { act: 'move'; reason: string; nodeId: string }
export const actOnEnrolment = (id: string, { act, ...body }: HandAct) =>
  request<Enrolment>('POST', `/api/enrolments/${id}/${act}`, body)
