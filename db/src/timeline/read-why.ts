import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { listMessages, type MessageView } from '../message/list-messages'
import { listEnrolments } from '../stats/list-enrolments'
import { listTrace, type TraceView } from './list-trace'

/** The last so many runs are told; what came before is in the history. */
const MOST_RUNS = 5
const MOST_LINES = 500

/** A run, what it left behind, and what became of one step's message in it. */
export interface RunWhy {
  enrolmentId: string
  enteredAt: Date
  lines: TraceView[]
  message: MessageView | null
}

/** What a question after one step's message is answered from. */
export interface Why {
  /** Newest first. */
  runs: RunWhy[]
  /** The last time they were not let in; null: never. */
  refused: Pick<TraceView, 'at' | 'code' | 'params' | 'seen'> | null
}

export interface WhyAsked {
  contactId: string
  flowId: string
  nodeId: string
}

/** What is known of whether one step's message of a scenario reached a contact. */
export async function readWhy(scope: Scope, asked: WhyAsked): Promise<Why> {
  const { contactId, flowId, nodeId } = asked
  const { items } = await listEnrolments(scope, { contactId, flowId }, { limit: MOST_RUNS })
  const runs = await Promise.all(
    items.map(async ({ id, enteredAt }): Promise<RunWhy> => {
      const [lines, messages] = await Promise.all([
        listTrace(scope, id, { limit: MOST_LINES }),
        listMessages(scope, { contactId, enrolmentId: id }, { limit: MOST_LINES }),
      ])
      const message = messages.items.findLast((each) => each.nodeId === nodeId) ?? null
      return { enrolmentId: id, enteredAt, lines: lines.items, message }
    }),
  )
  return { runs, refused: await lastRefused(scope, asked) }
}

const lastRefused = (scope: Scope, { contactId, flowId }: WhyAsked) =>
  inTransaction(scope, async (tx) => {
    const [row] = await tx.sql<NonNullable<Why['refused']>[]>`
      select at, code, params, seen from trace
      where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} and flow_id = ${flowId}
        and kind = 'refused' order by at desc, step desc limit 1`
    return row ?? null
  })
