import { AppError } from '@relance/core/error/app-error'
import { shareWorkspace } from '../clock/workspace-lock'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { lockContacts } from '../contact/lock-contacts'
import { wakeEnrolment } from '../outbox/wake'
import type { Enrolment } from './enrolment'
import { contactsOfEnrolments, lockEnrolment } from './lock-enrolment'

/** Changes a live enrolment from outside, under its contact's lock. */
export function changeEnrolment(
  scope: Scope,
  enrolmentId: string,
  work: (tx: Tx, enrolment: Enrolment) => Promise<void>,
) {
  return inTransaction(scope, async (tx) => {
    await shareWorkspace(tx)
    const contactId = (await contactsOfEnrolments(tx, [enrolmentId])).get(enrolmentId)
    if (!contactId)
      throw new AppError('not-found', 'This person is not in a scenario under that id.')
    await lockContacts(tx, [contactId])
    const enrolment = await lockEnrolment(tx, enrolmentId)
    if (!enrolment || enrolment.state === 'ended')
      throw new AppError('conflict', 'This run has ended already.')
    await work(tx, enrolment)
  })
}

/** Asks the next burst to go on by itself (`retry`, `skip:<exit>`), and wakes it. */
export async function askAgain(tx: Tx, enrolmentId: string, again: string): Promise<void> {
  await tx.sql`
    update enrolments set again = ${again} where workspace_id = ${tx.workspaceId} and id = ${enrolmentId}`
  await wakeEnrolment(tx, enrolmentId)
}
