import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { type Enrolment, enrolmentColumns } from './enrolment'

/** Locks an enrolment after its contact and reads it as it is under the lock. */
export const lockEnrolment = batched<string, Enrolment | undefined>(async (tx, ids) => {
  const rows = await tx.sql<Enrolment[]>`
    select ${enrolmentColumns(tx.sql)} from enrolments
    where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`
  const byId = new Map(rows.map((enrolment) => [enrolment.id, enrolment]))
  return ids.map((id) => byId.get(id))
})

/** Whose enrolments they are by id, without a lock: to be compared again once the contacts are locked. */
export async function contactsOfEnrolments(
  tx: Tx,
  enrolmentIds: string[],
): Promise<Map<string, string>> {
  const rows = await tx.sql<{ id: string; contactId: string }[]>`
    select id, contact_id as "contactId" from enrolments
    where workspace_id = ${tx.workspaceId} and id = any(${enrolmentIds}::uuid[])`
  return new Map(rows.map(({ id, contactId }) => [id, contactId]))
}
