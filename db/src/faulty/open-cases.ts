import { newId } from '@relance/core/id/ids'
import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import type { FaultySend, PersonHit } from './people-hit'

/**
 * Puts those whom a faulty send hit into the queue of people to answer, each once: not whoever is in it, or was answered
 * since the send. The caller holds the scenario at fault.
 * @returns how many are new in it
 */
export async function openCases(
  tx: Tx,
  { flowId, nodeId }: Pick<FaultySend, 'flowId' | 'nodeId'>,
  people: readonly Pick<PersonHit, 'contactId' | 'lastAt'>[],
): Promise<number> {
  const { now } = await getClock(tx)
  const { sql, workspaceId } = tx
  const rows = people.map(({ contactId, lastAt }) => ({ id: newId(), contactId, lastAt }))
  const opened = await sql`
    insert into support_cases (workspace_id, id, flow_id, node_id, contact_id, opened_at, opened_by)
    select ${workspaceId}, r.id, ${flowId}, ${nodeId}, r."contactId", ${now}, ${tx.actor ?? null}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "contactId" uuid, "lastAt" timestamptz)
    where not exists (select 1 from support_cases s where s.workspace_id = ${workspaceId}
      and s.contact_id = r."contactId" and s.flow_id = ${flowId} and s.node_id = ${nodeId}
      and (s.done_at is null or s.opened_at >= r."lastAt"))
    order by r.id on conflict do nothing returning 1`
  return opened.length
}
