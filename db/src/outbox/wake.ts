import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'

/** A run that begins may make room for more urgent ones so long at most. */
const YIELDS_AT_MOST = '10 minutes'

/** Asks the relay, in this transaction, to make the run of an enrolment look again, at once. */
export const wakeEnrolment = batched<string, void>(async (tx, enrolmentIds) => {
  await tx.sql`
    insert into outbox (workspace_id, enrolment_id)
    select ${tx.workspaceId}, unnest(${enrolmentIds as string[]}::uuid[])`
  return enrolmentIds.map(() => undefined)
})

/** Asks the relay, in this transaction, to begin the run of an enrolment that has been written: see `urgentAt`. */
export const startRun = batched<string, void>(async (tx, enrolmentIds) => {
  await tx.sql`
    insert into outbox (workspace_id, enrolment_id, kind, urgent_at)
    select ${tx.workspaceId}, e.id, 'start', ${urgentAt(tx)} from enrolments e
    where e.workspace_id = ${tx.workspaceId} and e.id = any(${enrolmentIds as string[]}::uuid[]) order by e.id`
  return enrolmentIds.map(() => undefined)
})

/**
 * When the run of an enrolment `e` is needed: at once if it calls; else when it is due by itself, but no later than in
 * ten minutes. So in a rush those who are due soon do not queue behind those who are not.
 */
export const urgentAt = ({ sql }: Pick<Tx, 'sql'>) => sql`
  case e.state when 'calling' then clock_timestamp() else greatest(clock_timestamp(),
    least(e.due_at, e.exit_due_at, clock_timestamp() + ${YIELDS_AT_MOST}::interval)) end`

/** A hint, after commit, to the loop of that name; its poll is the truth. */
export const ring = async (tx: Tx, loop: string): Promise<void> =>
  void (await tx.sql`select pg_notify('work', ${loop})`)
