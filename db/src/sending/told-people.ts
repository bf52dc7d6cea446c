import type { Tx } from '../connection/scope'

/** What has become of somebody who entered by a sending. */
export type SendingOutcome =
  | 'sent'
  /** Held by the gate, or by a pause. */
  | 'held'
  /** At the step, in the queue, at the mail server. */
  | 'underway'
  | 'refused'
  | 'failed'
  /** Ended before anything was asked to be sent. */
  | 'left'
  /** Was in and had got nothing when the sending was cancelled. */
  | 'spared'

/** A sending, as those who entered by it are found. */
export interface ToldSending {
  id: string
  flowId: string
  cancelledAt: Date | null
  /** The flow's next sending, whose people have later ids; null: none, or not known. */
  next: string | null
}

/**
 * A query with a row for each run that began by a sending: `contact_id`, `outcome`, `reason` where it is refused, `id` of
 * the run, the `message_id` that tells most of it, and `at`, when it was sent, ended or began. Whoever got one mail of it
 * counts as sent. Figures count these rows, and their lists show them.
 */
export const toldPeople = (
  { sql, workspaceId }: Tx,
  { id, flowId, cancelledAt, next }: ToldSending,
) => sql`
  select id, contact_id, message_id, coalesce(first, ended_at, entered_at) as at,
    case when sent then 'sent'
      when is_cut then 'spared'
      when state <> 'ended' and (held or held_by is not null) then 'held'
      when open or state <> 'ended' and reason is null and not coalesce(failed, false) then 'underway'
      when reason is not null then 'refused' when failed then 'failed' else 'left' end as outcome,
    case when not coalesce(sent, false) and not coalesce(open, false) then reason end as reason
  from (
    select e.id, e.contact_id, e.state, e.held_by, e.entered_at, e.ended_at,
      e.end_reason = 'left' and e.ended_at = ${cancelledAt}::timestamptz as is_cut,
      bool_or(m.state = 'sent') as sent, bool_or(m.state in ('queued', 'sending')) as open,
      bool_or(m.state = 'failed') as failed, bool_or(m.held_by is not null and m.state = 'queued') as held,
      (array_agg(m.reason order by m.id) filter (where m.state = 'refused'))[1] as reason, min(m.sent_at) as first,
      (array_agg(m.id order by m.state = 'sent' desc, m.id))[1] as message_id
    from enrolments e
    left join messages m on m.workspace_id = e.workspace_id and m.enrolment_id = e.id
    where e.workspace_id = ${workspaceId} and e.flow_id = ${flowId} and e.id > ${id}
      and (${next}::uuid is null or e.id < ${next}::uuid) and e.entry_data ->> 'sending' = ${id}
    group by e.workspace_id, e.id
  ) came`
