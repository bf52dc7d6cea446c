import type { Tx } from '../connection/scope'

export interface OutsideCall {
  id: string
  enrolmentId: string
  nodeId: string
  visit: number
  request: { method: string; url: string; headers: Record<string, string>; body: string | null }
  state: 'pending' | 'done' | 'failed'
  result: CallOutcome | null
  attempts: number
}

/** The end of a call: what came back, or why nothing did, in English and as a stable code (none of calls from before). */
export type CallOutcome =
  | { ok: true; status: number; body: string }
  | { ok: false; status: number | null; error: string; fault?: string }

const columns = (tx: Tx) => tx.sql`
  id, enrolment_id as "enrolmentId", node_id as "nodeId", visit, request, state, result, attempts`

export type NewCall = Pick<OutsideCall, 'id' | 'enrolmentId' | 'nodeId' | 'visit' | 'request'>

/** Writes a call to be made once this transaction has committed. */
export const insertCall = async (tx: Tx, call: NewCall): Promise<void> =>
  void (await tx.sql`
    insert into calls (workspace_id, id, enrolment_id, node_id, visit, request)
    values (${tx.workspaceId}, ${call.id}, ${call.enrolmentId}, ${call.nodeId}, ${call.visit}, ${JSON.stringify(call.request)})`)

export async function getCall(tx: Tx, callId: string): Promise<OutsideCall | undefined> {
  const [call] = await tx.sql<OutsideCall[]>`
    select ${columns(tx)} from calls where workspace_id = ${tx.workspaceId} and id = ${callId}`
  return call
}

/** Counts a try before it is made. */
export const countAttempt = async (tx: Tx, callId: string): Promise<void> =>
  void (await tx.sql`
    update calls set attempts = attempts + 1 where workspace_id = ${tx.workspaceId} and id = ${callId}`)

/** Records the end of a call once; a second end changes nothing. */
export const finishCall = async (tx: Tx, callId: string, result: CallOutcome): Promise<void> =>
  void (await tx.sql`
    update calls set state = ${result.ok ? 'done' : 'failed'}, result = ${JSON.stringify(result)},
      finished_at = clock_timestamp()
    where workspace_id = ${tx.workspaceId} and id = ${callId} and state = 'pending'`)
