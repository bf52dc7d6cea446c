import type {
  CompanyFact,
  CompanyKind,
  CustomerFact,
  CustomerKind,
} from '@relance/core/journey/two-lanes'
import type { TimelineItem } from '@relance/db/timeline/list-timeline'
import type { TraceView } from '@relance/db/timeline/list-trace'
import type { Journey, SentMessage } from '@relance/db/timeline/read-journey'

const deedKinds: Readonly<Record<string, CustomerKind>> = {
  'Email Opened': 'open',
  'Email Link Clicked': 'click',
  'Order Completed': 'order',
}

/** What the customer did, by its kind. */
export const customerFacts = ({ deeds }: Journey): CustomerFact<TimelineItem>[] =>
  deeds.map((of) => {
    const kind = of.kind === 'session' ? 'visit' : (deedKinds[String(of.source.name)] ?? 'other')
    return { at: of.at, kind, of }
  })

/** A line of the trace, or a message as it went out. */
export type CompanyDeed = { line: TraceView } | { sent: SentMessage }

/**
 * What the company did: lines of the trace, and messages at the second they were sent rather than prepared. A counter
 * that ran out knows when it was set, or set anew.
 */
export function companyFacts({ trace, sent }: Journey): CompanyFact<CompanyDeed>[] {
  const step = ({ nodeId, visit }: { nodeId: string | null; visit: number | null }) =>
    `${nodeId}:${visit}`
  const went = new Set(sent.map(step))
  const setAt = new Map<string, Date>()
  const lines = trace.flatMap((line): CompanyFact<CompanyDeed>[] => {
    const key = step(line)
    if (line.code === 'wait-restarted' || (line.kind === 'waiting' && !setAt.has(key)))
      setAt.set(key, line.at)
    if (line.code === 'message-queued' && went.has(key)) return []
    const kind = kindOf(line)
    return [{ at: line.at, kind, since: setAt.get(key), of: { line } }]
  })
  const sends = sent.map((message): CompanyFact<CompanyDeed> => {
    return { at: message.sentAt, kind: 'send', of: { sent: message } }
  })
  return [...lines, ...sends]
}

function kindOf({ kind, code }: TraceView): CompanyKind {
  if (kind === 'entered') return 'recognised'
  if (code === 'woken-by-time') return 'counter'
  return code === 'goal-reached' ? 'goal' : 'step'
}
