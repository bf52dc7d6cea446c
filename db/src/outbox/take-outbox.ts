import type { Tx } from '../connection/scope'

/** A wake to hand over, with what the enrolment waits for by now. */
export interface Wake {
  enrolmentId: string
  kind: 'start' | 'wake'
  ended: boolean
  dueAt: Date | null
  callId: string | null
  /** How often the net has woken it in vain. */
  nudges: number
}

/** Takes the oldest wakes; they are gone once the caller, who hands them over first, commits. */
export const takeOutbox = async (tx: Tx, limit: number): Promise<Wake[]> => tx.sql<Wake[]>`
  with oldest as materialized (
    select id from outbox where workspace_id = ${tx.workspaceId} order by id limit ${limit} for update skip locked
  ), taken as (
    delete from outbox o using oldest where o.workspace_id = ${tx.workspaceId} and o.id = oldest.id
    returning o.enrolment_id, o.kind
  )
  select t."enrolmentId", t.kind, e.state = 'ended' as ended, e.call_id as "callId", e.nudges,
    case when w.clock_kind = 'real' then least(e.due_at, e.exit_due_at) end as "dueAt"
  from (select enrolment_id as "enrolmentId", max(kind) as kind from taken group by enrolment_id) t
  join enrolments e on e.workspace_id = ${tx.workspaceId} and e.id = t."enrolmentId"
  join workspaces w on w.id = e.workspace_id`
