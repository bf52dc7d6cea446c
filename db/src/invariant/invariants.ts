/** Something that must hold in every database of ours, at any moment, of all workspaces at once. */
export interface Invariant {
  number: number
  /** What a row of the answer breaks. */
  says: string
  /**
   * Selects what breaks it: no row is the answer hoped for. `asked` holds one row: `grace`, how long work may lie
   * before it counts as forgotten (null: it never does), and `clocks` each workspace's `now`.
   */
  query: string
}

/** Whether an enrolment “e” came to the end of its path, or to an End that counts as the goal. */
const walkedToAnEnd = `(e.end_reason = 'end' or e.end_reason = 'goal' and exists (
  select 1 from flow_versions v where v.workspace_id = e.workspace_id and v.flow_id = e.flow_id
    and v.version = e.version and v.plan #>> array['nodes', e.node_id, 'type'] = 'end'))`

/** Read with the schema owner's eyes: see check-invariants.ts. */
export const invariants: Invariant[] = [
  {
    number: 1,
    says: 'A contact enters a flow once with one key.',
    query: `
      select workspace_id, flow_id, contact_id, entry_key from enrolments
      group by 1, 2, 3, 4 having count(*) > 1`,
  },
  {
    number: 2,
    says: 'An enrolment has ended if, and only if, it says when and why.',
    query: `
      select workspace_id, id, state, ended_at, end_reason from enrolments
      where (state = 'ended') <> (ended_at is not null and end_reason is not null)`,
  },
  {
    number: 3,
    says: 'An ended enrolment has an empty inbox, and nothing queued unless it walked to an end.',
    query: `
      select e.workspace_id, e.id, e.end_reason from enrolments e
      where e.state = 'ended' and (
        exists (select 1 from enrolment_inbox i where i.workspace_id = e.workspace_id and i.enrolment_id = e.id)
        or not ${walkedToAnEnd} and exists (
          select 1 from messages m
          where m.workspace_id = e.workspace_id and m.enrolment_id = e.id and m.state = 'queued'))`,
  },
  {
    number: 4,
    says: 'Whoever waits at a step waits for something of that step: an instant, an event, or somebody’s word.',
    query: `
      select workspace_id, id, node_id, visit from enrolments
      where state = 'waiting' and due_at is null and node_listens = '{}' and again is null`,
  },
  {
    number: 5,
    says: 'An enrolment is calling if, and only if, its call exists.',
    query: `
      select e.workspace_id, e.id, e.state, e.call_id from enrolments e
      left join calls c on c.workspace_id = e.workspace_id and c.id = e.call_id
      where (e.state = 'calling') <> (c.id is not null)`,
  },
  {
    number: 6,
    says: 'A live enrolment stands on a step of its version.',
    query: `
      select e.workspace_id, e.id, e.version, e.node_id from enrolments e
      left join flow_versions v
        on v.workspace_id = e.workspace_id and v.flow_id = e.flow_id and v.version = e.version
      where e.state <> 'ended' and (v.plan is null or not v.plan -> 'nodes' ? e.node_id)`,
  },
  {
    number: 7,
    says: 'A trace has no jumps: each line stands where the one before it led, unless it tells of a move, or of a mail after its step.',
    query: `
      select workspace_id, enrolment_id, step, node_id, led_to from (
        select workspace_id, enrolment_id, step, node_id, code,
          lag(coalesce(next_node, node_id)) over (partition by workspace_id, enrolment_id order by step) as led_to
        from trace where enrolment_id is not null and node_id is not null and code <> 'programs-removed') t
      where led_to <> node_id and code <> 'moved'`,
  },
  {
    number: 8,
    says: 'A visit of a step sends one message at most.',
    query: `select workspace_id, key from messages group by 1, 2 having count(*) > 1`,
  },
  {
    number: 9,
    says: 'Each message comes from a visit that the trace tells of.',
    query: `
      select m.workspace_id, m.id, m.key from messages m
      where not exists (
        select 1 from trace t where t.workspace_id = m.workspace_id and t.enrolment_id = m.enrolment_id
          and t.node_id = m.node_id and t.visit = m.visit)`,
  },
  {
    number: 10,
    says: 'A sent message says when; one being sent says who has it.',
    query: `
      select workspace_id, id, state, sent_at, claim_id from messages
      where (state = 'sent') <> (sent_at is not null) or (state = 'sending') <> (claim_id is not null)`,
  },
  {
    number: 11,
    says: 'Nobody with something to do is left lying. (Two nudges stand for the grace where no instant does.)',
    query: `
      select e.workspace_id, e.id, e.state, e.node_id, e.due_at, e.exit_due_at, e.again, e.nudges
      from enrolments e
      join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id
      join clocks w on w.id = e.workspace_id cross join asked
      where e.state not in ('attention', 'ended') and f.status <> 'paused'
        and is_actionable(e, w.now - asked.grace)
        and (e.due_at <= w.now - asked.grace or e.exit_due_at <= w.now - asked.grace
          or (e.nudges >= 2 and asked.grace is not null))`,
  },
  {
    number: 12,
    says: 'No accepted event is left unread.',
    query: `
      select workspace_id, event_id, failures, error from event_queue, asked
      where state <> 'failed' and stored_at < clock_timestamp() - grace`,
  },
  {
    number: 13,
    says: 'No wake is left unhanded.',
    query: `
      select workspace_id, id, enrolment_id, kind from outbox, asked
      where urgent_at < clock_timestamp() - grace`,
  },
  {
    number: 14,
    says: 'No message is left half sent: its deadline has passed, and the grace after it.',
    query: `
      select workspace_id, id, worker_id, claimed_at from messages, asked
      where state = 'sending' and claimed_at < clock_timestamp() - interval '75 seconds' - grace`,
  },
  {
    number: 15,
    says: 'A mail server accepted each message once. (A kill between its yes and our commit may break this.)',
    query: `
      select workspace_id, message_id from message_attempts where accepted
      group by 1, 2 having count(*) > 1`,
  },
  {
    number: 16,
    says: 'Nothing passed the gate after its enrolment was taken out.',
    query: `
      select m.workspace_id, m.id, m.gated_at, e.ended_at, e.end_reason from messages m
      join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
      where m.state = 'sent' and m.gated_at > e.ended_at and not ${walkedToAnEnd}`,
  },
  {
    number: 17,
    says: 'Nothing passed the gate to an address after it was suppressed.',
    query: `
      select m.workspace_id, m.id, m.gated_at, s.created_at, s.reason from messages m
      join suppressions s on s.workspace_id = m.workspace_id and s.channel = m.channel and s.address_hash
        = coalesce(address_hash(m.workspace_id, lower(btrim(m.address))), m.address_hash)
      where m.state = 'sent' and m.gated_at > s.created_at and s.lifted_at is null and not m.service`,
  },
  {
    number: 18,
    says: 'An enrolment’s contact is of its workspace, and a live one’s is not joined into another.',
    query: `
      select e.workspace_id, e.id, e.contact_id from enrolments e join contacts c on c.id = e.contact_id
      where e.workspace_id <> c.workspace_id or (c.merged_into is not null and e.state <> 'ended')`,
  },
  {
    number: 19,
    says: 'No crossing is left lying, and no line has been looked at beyond now.',
    query: `
      select workspace_id, rule_id, contact_id, crossing from due_queue, asked
      where handled_at is null and found_at < clock_timestamp() - grace
      union all
      select r.workspace_id, r.id, null, r.watermark from due_rules r
      join clocks w on w.id = r.workspace_id where r.watermark > w.now`,
  },
  {
    number: 20,
    says: 'A trace goes forwards in time, and not beyond now.',
    query: `
      select t.workspace_id, t.enrolment_id, t.step, t.at, t.before from (
        select workspace_id, enrolment_id, step, at, max(at) over (
          partition by workspace_id, enrolment_id order by step
          rows between unbounded preceding and 1 preceding) as before
        from trace where enrolment_id is not null) t
      join clocks w on w.id = t.workspace_id
      where t.at < t.before or t.at > w.now`,
  },
]
