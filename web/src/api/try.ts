import type { EventLeaf, SeenLeaf } from '@relance/core/rule/rule'
import { queryOptions } from '@tanstack/react-query'
import type { DraftContent } from '../canvas/document/draft-content'
import { draftOf } from '../canvas/document/draft-content'
import { request } from './request'
import type { ContactRef } from './types'

/** Somebody to try a scenario with; `runId` and `at` where they really entered. */
export interface TrySubject extends Omit<ContactRef, 'id'> {
  contactId: string
  runId: string | null
  at: string | null
  /** They did not enter then, but would have: the rehearsal begins there. */
  isReckoned?: boolean
  /** Of a saved check: what was known and chosen when it was saved. */
  asked?: CheckAsked
}

/** How a saved check is walked, the same each time. */
export interface CheckAsked {
  runId: string | null
  at: string
  knownUntil: string
  choices: ChoicesMade
  evenIf: boolean
}

export interface TriedLine {
  at: string
  kind: string
  code: string
  exit: string | null
  words: string
  seen: SeenLeaf[] | null
}

export interface TriedStep {
  n: number
  nodeId: string
  visit: number
  at: string
  leftAt: string | null
  exit: string | null
  next: string | null
  lines: TriedLine[]
}

export interface TriedMail {
  nodeId: string
  visit: number
  at: string
  templateId: string
  outcome: 'sent' | 'held' | 'refused'
  words: string | null
  until: string | null
  subject: string | null
  html: string | null
  text: string | null
  error: string | null
}

export interface TryChoice {
  key: string
  kind: 'fact' | 'wait' | 'call'
  nodeId: string
  visit: number
  event: string | null
  leaf: EventLeaf | null
  options: string[]
  is: string
  isAssumed: boolean
  known: number
  did: number
  from: string | null
  until: string | null
  at: string | null
}

export interface TriedPath {
  contact: ContactRef
  runId: string | null
  at: string
  isAssumed: boolean
  presentAt: string
  now: string
  refused: { words: string; code: string; seen: SeenLeaf[] } | null
  steps: TriedStep[]
  mails: TriedMail[]
  choices: TryChoice[]
  end: { nodeId: string | null; reason: string; at: string; words: string } | null
  standing: { nodeId: string; dueAt: string | null; error: string | null } | null
  isCutShort: boolean
}

export type ChoicesMade = Readonly<Record<string, { is: string; hours?: number }>>

/** With whom, from when, and what is taken for what nobody can know. */
export interface Tried {
  contactId: string
  runId?: string
  at?: string
  until?: string
  knownUntil?: string
  choices: ChoicesMade
  evenIf: boolean
}

/** What is drawn, as the API takes it to be tried. */
export const drawingOf = (flowId: string, content: DraftContent) => {
  const { graph, settings } = draftOf(flowId, 0, content)
  return { graph, settings }
}

/** The path through what is drawn; asked anew whenever anything of it changes. */
export const tryQuery = (flowId: string, content: DraftContent, tried: Tried, language: string) =>
  queryOptions({
    queryKey: ['flow', flowId, 'try', tried, content, language],
    queryFn: () =>
      request<TriedPath>('POST', `/api/flows/${flowId}/try`, {
        ...tried,
        drawing: drawingOf(flowId, content),
      }),
    placeholderData: (before) => (before?.contact.id === tried.contactId ? before : undefined),
    staleTime: 30_000,
    retry: false,
  })

/** Sends every mail of a path to whoever is signed in, as a test. */
export const mailPath = (flowId: string, content: DraftContent, tried: Tried) =>
  request<{ sent: number; to: string }>('POST', `/api/flows/${flowId}/try/mails`, {
    ...tried,
    drawing: drawingOf(flowId, content),
  })

export const trySubjectsQuery = (flowId: string, who: 'entered' | 'not-entered') =>
  queryOptions({
    queryKey: ['flow', flowId, 'try-people', who],
    queryFn: () =>
      request<{ items: TrySubject[] }>('GET', `/api/flows/${flowId}/try/people?who=${who}`),
  })
