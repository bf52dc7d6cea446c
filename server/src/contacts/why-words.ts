import { decisiveLine } from '@relance/core/journey/decisive-line'
import type { SeenLeaf } from '@relance/core/rule/rule'
import { type TraceReader, traceWords } from '@relance/core/words/trace-words'
import type { MessageView } from '@relance/db/message/list-messages'
import type { RunWhy, Why } from '@relance/db/timeline/read-why'

/** Why a message came or did not, in one run or before any. */
export interface WhyAnswer {
  enrolmentId: string | null
  enteredAt: string | null
  outcome: 'sent' | 'waiting' | 'not-sent' | 'not-entered'
  at: string | null
  reason: string | null
  words: string
  seen: SeenLeaf[] | null
}

/** One answer a run, newest first; of whoever never entered, why not. There is always one. */
export function whyWords({ runs, refused }: Why, nodeId: string, reader: TraceReader): WhyAnswer[] {
  if (runs.length > 0) return runs.map((run) => ofRun(run, nodeId, reader))
  const line = refused ?? { code: 'not-entered-yet', params: {}, at: null, seen: null }
  return [
    {
      ...{ enrolmentId: null, enteredAt: null, outcome: 'not-entered' },
      ...{ at: line.at?.toISOString() ?? null, reason: reasonOf(line.params) },
      ...{ words: traceWords(line, reader), seen: line.seen },
    },
  ]
}

function ofRun(run: RunWhy, nodeId: string, reader: TraceReader): WhyAnswer {
  const { enrolmentId, enteredAt, lines, message } = run
  const about = { enrolmentId, enteredAt: enteredAt.toISOString() }
  if (message) return { ...about, ...ofMessage(message, reader) }
  const line = decisiveLine(lines, nodeId)
  const stands = line && ['waiting', 'held', 'attention'].includes(line.kind)
  return {
    ...about,
    outcome: stands ? 'waiting' : 'not-sent',
    at: line?.at.toISOString() ?? null,
    reason: line ? reasonOf(line.params) : null,
    words: line ? traceWords(line, reader) : '',
    seen: line?.seen ?? null,
  }
}

function ofMessage(message: MessageView, reader: TraceReader) {
  const { state, templateId, heldBy, retryAt, queuedAt, sentAt } = message
  const reason = heldBy ?? message.reason
  const told = (code: string, params: Record<string, string | null>) =>
    traceWords({ code, params }, reader)
  const base = { reason, seen: null, at: (sentAt ?? queuedAt).toISOString() }
  if (state === 'sent')
    return {
      ...base,
      outcome: 'sent' as const,
      words: told('message-sent', { template: templateId }),
    }
  if (state === 'refused' || state === 'failed')
    return { ...base, outcome: 'not-sent' as const, words: told('message-refused', { reason }) }
  const words =
    heldBy && retryAt
      ? told('message-held', { reason, until: retryAt.toISOString() })
      : told('message-queued', { template: templateId })
  return { ...base, outcome: 'waiting' as const, words }
}

const reasonOf = ({ reason }: Readonly<Record<string, unknown>>) =>
  typeof reason === 'string' ? reason : null
