import type { Tx } from '../connection/scope'

/** Long enough to hand a batch over; a relay that was killed is forgotten after it. Machine time. */
const LEASE = '20 seconds'

/** A wake to hand over, with what the enrolment waits for by now. */
export interface Wake {
  /** The rows it stands for: several asked for the same enrolment. */
  ids: string[]
  enrolmentId: string
  kind: 'start' | 'wake'
  ended: boolean
  dueAt: Date | null
  callId: string | null
  /** How often the net has woken it in vain. */
  nudges: number
}

/**
 * Leases the most urgent wakes for 20 s; whoever has handed them over drops them.
 * @param urgent how many of those that are needed by now
 * @param early how many of the others, taken only when none is needed by now
 */
export async function leaseWakes(
  tx: Tx,
  { urgent, early }: { urgent: number; early: number },
): Promise<Wake[]> {
  const needed = await lease(tx, urgent, tx.sql`clock_timestamp()`)
  return needed.length > 0 ? needed : lease(tx, early, tx.sql`'infinity'`)
}

type Fragment = ReturnType<Tx['sql']>

const lease = async (tx: Tx, limit: number, until: Fragment): Promise<Wake[]> => tx.sql<Wake[]>`
  with first as materialized (
    select id from outbox
    where workspace_id = ${tx.workspaceId} and urgent_at <= ${until} and leased_until < clock_timestamp()
    order by urgent_at, id limit ${limit} for update skip locked
  ), leased as (
    update outbox o set leased_until = clock_timestamp() + ${LEASE}::interval
    from first where o.workspace_id = ${tx.workspaceId} and o.id = first.id
    returning o.id, o.enrolment_id, o.kind
  )
  select l.ids, l.enrolment_id as "enrolmentId", l.kind, e.state = 'ended' as ended, e.call_id as "callId", e.nudges,
    case when w.clock_kind = 'real' then least(e.due_at, e.exit_due_at) end as "dueAt"
  from (
    select enrolment_id, max(kind) as kind, array_agg(id::text) as ids from leased group by enrolment_id
  ) l
  join enrolments e on e.workspace_id = ${tx.workspaceId} and e.id = l.enrolment_id
  join workspaces w on w.id = e.workspace_id`
