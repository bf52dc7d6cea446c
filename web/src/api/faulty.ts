import { queryOptions } from '@tanstack/react-query'
import type { CountedAsked } from './counted'
import { request } from './request'

/** A step that stands still because it sent one mail to one person again. */
export interface RepeatAlarm {
  flowId: string
  flowName: string
  nodeId: string
  mail: string
  raisedAt: string
  /** Got it more than once. */
  people: number
  /** Wait at the step until somebody has looked. */
  held: number
}

export interface Apology {
  id: string
  madeAt: string
  whom: 'repeated' | 'everyone'
  people: number
  sent: number
  leftOut: Record<string, number>
  /** Of older apologies only how many is known. */
  namesLeftOut: boolean
  sentBy: string
}

/** What a step sent in the last seven days. */
export interface FaultySend {
  /** The name of the mail; null: none was sent. */
  mail: string | null
  from: string
  to: string
  mails: number
  hit: number
  repeated: number
  complained: number
  unsubscribed: number
  isPaused: boolean
  apologies: Apology[]
}

export interface ApologyRequest {
  severity: 'minor' | 'serious' | 'binding'
  whom: 'repeated' | 'everyone'
  templateId?: string
}

export interface ApologyMade {
  apologyId: string | null
  people: number
  leftOut: Record<string, number>
  /** New in the queue of customers to answer. */
  cases: number
  /** Why nothing is sent, in words. */
  reason: string | null
}

const stepPath = (flowId: string, nodeId: string) => `/api/flows/${flowId}/steps/${nodeId}`

export const repeatAlarmsQuery = () =>
  queryOptions({
    queryKey: ['repeat-alarms'],
    queryFn: () => request<{ items: RepeatAlarm[] }>('GET', '/api/repeat-alarms'),
    refetchInterval: 30_000,
  })

export const faultySendQuery = (flowId: string, nodeId: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'faulty-send', nodeId],
    queryFn: () => request<FaultySend>('GET', `${stepPath(flowId, nodeId)}/faulty-send`),
    refetchInterval: 5_000,
  })

/** How many an apology would go to now, and who would be left out, by reason. */
export const apologyAudienceQuery = (flowId: string, nodeId: string, whom: Apology['whom']) =>
  queryOptions({
    queryKey: ['flow', flowId, 'faulty-send', nodeId, 'audience', whom],
    queryFn: () =>
      request<Pick<ApologyMade, 'people' | 'leftOut'>>(
        'GET',
        `${stepPath(flowId, nodeId)}/apologies/audience?whom=${whom}`,
      ),
    staleTime: 0,
  })

/** The list behind a figure of a faulty send, or of an apology for it. */
export const faultyList = (
  { flowId, nodeId }: FaultyStep,
  asked: { figure: string; whom?: string; apologyId?: string; reason?: string },
): CountedAsked => ({ flowId, path: `${stepPath(flowId, nodeId)}/faulty-send/rows`, ...asked })

export const apologise = (flowId: string, nodeId: string, asked: ApologyRequest) =>
  request<ApologyMade>('POST', `${stepPath(flowId, nodeId)}/apologies`, asked)

export const liftAlarm = (flowId: string, nodeId: string) =>
  request<void>('POST', `${stepPath(flowId, nodeId)}/lift-alarm`, {})

/** A customer whom a person answers, because of what a step sent. */
export interface SupportCase {
  id: string
  contactId: string
  /** A name, an address or a number. */
  contact: string | null
  openedAt: string
  flowId: string
  flowName: string
  nodeId: string
}

/** A step whose send went wrong. */
export interface FaultyStep {
  flowId: string
  nodeId: string
}

/** Those who wait because of one step, or of any, longest first; the first fifty. */
export const supportCasesQuery = (step?: FaultyStep) =>
  queryOptions({
    queryKey: step
      ? ['flow', step.flowId, 'support-cases', step.nodeId]
      : ['answers', 'support-cases'],
    queryFn: () =>
      request<{ items: SupportCase[]; next: string | null }>(
        'GET',
        `/api/support-cases?${new URLSearchParams({ ...step })}`,
      ),
    refetchInterval: 10_000,
  })

/** Somebody has answered; what was agreed is kept. */
export const closeCase = ({ id, note }: { id: string; note: string }) =>
  request<void>('POST', `/api/support-cases/${id}/done`, { note })
