import type { SeenLeaf } from '@relance/core/rule/rule'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'
import { getEnrolment } from '../stats/list-enrolments'
import type { TraceKind } from '../trace/write-trace'
import { isTold } from './is-told'

/** One line of what happened to an enrolment and why. */
export interface TraceView {
  id: string
  step: number
  enrolmentId: string
  burst: number
  at: Date
  nodeId: string | null
  nodeType: string | null
  visit: number | null
  kind: TraceKind
  exit: string | null
  nextNode: string | null
  code: string
  params: Record<string, string | number | boolean | null>
  seen: SeenLeaf[] | null
}

/** Every line of an enrolment in the order it happened. Throws AppError not-found. */
export const listTrace = (
  scope: Scope | Tx,
  enrolmentId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<TraceView>> =>
  inTransaction(scope, async (tx) => {
    await getEnrolment(tx, enrolmentId)
    const after = readCursor(cursor, 1)?.[0] ?? null
    const rows = await tx.sql<TraceView[]>`
      select t.id, t.step, t.enrolment_id as "enrolmentId", t.burst, t.at, t.node_id as "nodeId",
        v.plan->'nodes'->t.node_id->>'type' as "nodeType", t.visit, t.kind, t.exit, t.next_node as "nextNode",
        t.code, t.params, t.seen
      from trace t
      join enrolments e on e.workspace_id = t.workspace_id and e.id = t.enrolment_id
      join flow_versions v on v.workspace_id = e.workspace_id and v.flow_id = e.flow_id and v.version = e.version
      where t.workspace_id = ${tx.workspaceId} and t.enrolment_id = ${enrolmentId} and ${isTold(tx, 't')}
        and (${after}::bigint is null or t.step > ${after}::bigint)
      order by t.step limit ${limit + 1}`
    return pageOf(rows, limit, (row) => [row.step])
  })
