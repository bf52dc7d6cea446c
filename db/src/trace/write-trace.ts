import { newId } from '@relance/core/id/ids'
import type { SeenLeaf } from '@relance/core/rule/rule'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

export type TraceKind =
  | 'entered'
  | 'waiting'
  | 'woken'
  | 'held'
  | 'left'
  | 'note'
  | 'attention'
  | 'ended'
  | 'refused'

/** One line of what happened and why; words come from `code` and `params` in the reader's language. */
export interface TraceLine {
  /** Null where an entry was refused. */
  enrolmentId: string | null
  flowId: string
  contactId: string
  burst: number
  at: Date
  nodeId: string | null
  visit: number | null
  kind: TraceKind
  exit?: string | null
  nextNode?: string | null
  code: string
  params?: Record<string, string | number | boolean | null>
  seen?: SeenLeaf[] | null
}

/** Appends lines in their order. */
export const writeTrace = async (tx: Tx, lines: TraceLine[]): Promise<void> => {
  if (lines.length > 0) await insertLines(tx, lines)
}

const insertLines = batched<TraceLine[], void>(async (tx, several) => {
  const rows = several.flat().map((line) => ({ ...line, id: newId(), at: line.at.toISOString() }))
  await tx.sql`
    insert into trace (workspace_id, id, enrolment_id, flow_id, contact_id, burst, at, node_id, visit, kind, exit,
      next_node, code, params, seen)
    select ${tx.workspaceId}, r.id, r."enrolmentId", r."flowId", r."contactId", r.burst, r.at, r."nodeId", r.visit,
      r.kind, r.exit, r."nextNode", r.code, coalesce(r.params, '{}'), r.seen
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (id uuid, "enrolmentId" uuid, "flowId" uuid,
      "contactId" uuid, burst integer, at timestamptz, "nodeId" text, visit integer, kind text, exit text,
      "nextNode" text, code text, params jsonb, seen jsonb)) with ordinality as r
    order by r.ordinality`
  return several.map(() => undefined)
})

/** Notes that somebody did not enter, once a day for each reason: a rule asked at every page would drown the rest. */
export async function noteRefusedEntry(
  tx: Tx,
  line: Omit<TraceLine, 'enrolmentId' | 'burst' | 'nodeId' | 'visit' | 'kind'>,
) {
  await tx.sql`
    insert into trace (workspace_id, id, flow_id, contact_id, burst, at, kind, code, params, seen)
    select ${tx.workspaceId}, ${newId()}, ${line.flowId}, ${line.contactId}, 0, ${line.at}, 'refused', ${line.code},
      ${JSON.stringify(line.params ?? {})}, ${line.seen ? JSON.stringify(line.seen) : null}
    where not exists (
      select 1 from trace t where t.workspace_id = ${tx.workspaceId} and t.contact_id = ${line.contactId}
        and t.flow_id = ${line.flowId} and t.kind = 'refused' and t.code = ${line.code}
        and t.at > ${line.at}::timestamptz - interval '1 day')`
}
