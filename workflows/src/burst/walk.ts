import { AppError } from '@relance/core/error/app-error'
import type { Plan, PlanNode } from '@relance/core/plan/plan'
import type { SeenLeaf } from '@relance/core/rule/rule'
import type { NewCall } from '@relance/db/call/calls'
import type { WorkspaceClock } from '@relance/db/clock/workspace-clock'
import type { Tx } from '@relance/db/connection/scope'
import type { Enrolment } from '@relance/db/enrolment/enrolment'
import type { Heard } from '@relance/db/enrolment/inbox'
import type { FlowNow } from '@relance/db/flow/live-flows'
import type { NewMessage } from '@relance/db/message/queue-message'
import type { TraceLine } from '@relance/db/trace/write-trace'
import type { ContactFacts } from '@relance/nodes/kit/run-context'
import type { Note } from '@relance/nodes/kit/step'
import type { Engine } from './engine'
import type { Outlook } from './outlook'

/** One enrolment under its locks, on its way from node to node; written back once, at the end. */
export interface Walk {
  engine: Engine
  tx: Tx
  plan: Plan
  flow: FlowNow
  clock: WorkspaceClock
  contact: ContactFacts
  /** Changed in place as the walk goes on. */
  enrolment: Enrolment
  lines: TraceLine[]
  /** Written with the walk, after the enrolment they belong to. */
  messages: NewMessage[]
  calls: NewCall[]
  /** What its own steps set before it was in the database. */
  heard: { heard: Heard; keys: string[] }[]
  /** The message that was held where the walk began; null where none was. */
  held: string | null
  /** Entered in this very burst: not yet in the database. */
  isNew: boolean
  /** Where it is only rehearsed; absent in life. */
  outlook?: Outlook
}

/** What a message of the step where an enrolment stands is known by: one a visit. */
export const messageKey = ({ id, nodeId, visit }: Enrolment): string => `${id}:${nodeId}:${visit}`

/** The node where the walk stands. */
export function nodeHere({ plan, enrolment }: Walk): PlanNode {
  const node = plan.nodes[enrolment.nodeId]
  if (!node) throw new AppError('internal', `The plan has no step ${enrolment.nodeId}.`)
  return node
}

/** Adds a line to the trace, at the node where the walk stands. */
export function trace(
  { lines, enrolment, clock }: Walk,
  kind: TraceLine['kind'],
  note: Note,
  more: { exit?: string; nextNode?: string; seen?: SeenLeaf[] } = {},
): void {
  lines.push({
    enrolmentId: enrolment.id,
    flowId: enrolment.flowId,
    contactId: enrolment.contactId,
    burst: enrolment.bursts,
    at: clock.now,
    nodeId: enrolment.nodeId,
    visit: enrolment.visit,
    kind,
    code: note.code,
    params: note.params,
    ...more,
  })
}
