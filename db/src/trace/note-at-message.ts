import type { Tx } from '../connection/scope'
import { type TraceLine, writeTrace } from './write-trace'

/** Notes on a message's run, at its step, what became of the message after the step had asked for it. */
export async function noteAtMessage(
  tx: Tx,
  messageId: string,
  note: Pick<TraceLine, 'at' | 'code' | 'params'>,
): Promise<void> {
  const places = await tx.sql<
    Pick<TraceLine, 'enrolmentId' | 'flowId' | 'contactId' | 'burst' | 'nodeId' | 'visit'>[]
  >`
    select m.enrolment_id as "enrolmentId", m.flow_id as "flowId", m.contact_id as "contactId", e.bursts as burst,
      m.node_id as "nodeId", m.visit
    from messages m join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
    where m.workspace_id = ${tx.workspaceId} and m.id = ${messageId}`
  await writeTrace(
    tx,
    places.map((place) => ({ ...place, ...note, kind: 'note' })),
  )
}
