import type { Tx } from '../connection/scope'
import { type Enrolment, enrolmentColumns } from './enrolment'

/** Locks an enrolment after its contact and reads it as it is under the lock. */
export async function lockEnrolment(tx: Tx, enrolmentId: string): Promise<Enrolment | undefined> {
  const [enrolment] = await tx.sql<Enrolment[]>`
    select ${enrolmentColumns(tx.sql)} from enrolments
    where workspace_id = ${tx.workspaceId} and id = ${enrolmentId}
    for no key update`
  return enrolment
}

/** Whose enrolment it is, without a lock: to be compared again once the contact is locked. */
export async function contactOfEnrolment(tx: Tx, enrolmentId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ contactId: string }[]>`
    select contact_id as "contactId" from enrolments
    where workspace_id = ${tx.workspaceId} and id = ${enrolmentId}`
  return row?.contactId
}
