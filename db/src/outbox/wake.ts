import type { Tx } from '../connection/scope'

/** Asks the relay, in this transaction, to begin the run of an enrolment or to make it look again. */
export const wakeEnrolment = async (
  tx: Tx,
  enrolmentId: string,
  kind: 'start' | 'wake' = 'wake',
): Promise<void> =>
  void (await tx.sql`
    insert into outbox (workspace_id, enrolment_id, kind) values (${tx.workspaceId}, ${enrolmentId}, ${kind})`)

/** A hint, after commit, to the loop of that name; its poll is the truth. */
export const ring = async (tx: Tx, loop: string): Promise<void> =>
  void (await tx.sql`select pg_notify('work', ${loop})`)
