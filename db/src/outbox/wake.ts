import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/** Asks the relay, in this transaction, to begin the run of an enrolment or to make it look again. */
export const wakeEnrolment = (
  tx: Tx,
  enrolmentId: string,
  kind: 'start' | 'wake' = 'wake',
): Promise<void> => insertWake(tx, { enrolmentId, kind })

const insertWake = batched<{ enrolmentId: string; kind: 'start' | 'wake' }, void>(
  async (tx, wakes) => {
    await tx.sql`
      insert into outbox (workspace_id, enrolment_id, kind)
      select ${tx.workspaceId}, * from unnest(${wakes.map(({ enrolmentId }) => enrolmentId)}::uuid[],
        ${wakes.map(({ kind }) => kind)}::text[])`
    return wakes.map(() => undefined)
  },
)

/** A hint, after commit, to the loop of that name; its poll is the truth. */
export const ring = async (tx: Tx, loop: string): Promise<void> =>
  void (await tx.sql`select pg_notify('work', ${loop})`)
