import { EVERYBODY_MS, limitStatements } from '../connection/limit-statements'
import type { Tx } from '../connection/scope'
import { type OpenSending, spareToCome } from './to-come'

/**
 * Gives up the rest of an occurrence: nobody more enters by it, and whoever would have is noted as spared.
 * @returns how many they are
 */
export async function endSending(tx: Tx, sendingId: string, now: Date): Promise<number> {
  const { sql, workspaceId } = tx
  const [sending] = await sql<OpenSending[]>`
    select id, flow_id as "flowId", version, rule_id as "ruleId", at, queued_at as "queuedAt" from sendings
    where workspace_id = ${workspaceId} and id = ${sendingId}`
  if (!sending) return 0
  await limitStatements(tx, EVERYBODY_MS)
  const rest = await spareToCome(tx, sending, now)
  await sql`
    update due_queue set handled_at = clock_timestamp(), outcome = 'cancelled'
    where workspace_id = ${workspaceId} and rule_id = ${sending.ruleId} and crossing = ${sending.at}
      and (handled_at is null or outcome = 'paused')`
  await sql`
    update sendings set cancelled_at = ${now}, cancelled = coalesce(cancelled, 0) + ${rest},
      queued_at = coalesce(queued_at, ${now})
    where workspace_id = ${workspaceId} and id = ${sendingId}`
  return rest
}
