import { type PressureSettings, pressureSettings } from '@relance/core/pressure/pressure-settings'
import { batched } from '../connection/batched'

/** Who is asked about, and as whose message. The caller holds the contact. */
export interface PressureAsked {
  contactId: string
  now: Date
  /** The message itself, which does not count against itself. */
  messageId: string | null
  /** The deciding run and its scenario's priority: others of this contact may have the better claim. */
  run: { enrolmentId: string; priority: number } | null
  /** A run whose messages do not count: it is being rehearsed, and they are what it came to in life. */
  besides?: string | null
}

/** What limits, sunset and quiet hours are reckoned from, for one contact at one moment. */
export interface PressureFacts {
  settings: PressureSettings
  /** Commercial messages sent in the longest window, or on their way; what is held does not count. */
  counted: { channel: string; at: Date }[]
  silentSince: Date
  isDissatisfied: boolean
  isCustomer: boolean
  /** What they have asked for on their own page. */
  wantsLess: boolean
  pausedUntil: Date | null
  topicsOff: string[]
  /** IANA name, or null where unknown. */
  timeZone: string | null
  /** Runs of this contact that are to move in this very moment, in scenarios that come first. */
  ahead: number
}

interface Row extends Omit<PressureFacts, 'settings' | 'counted'> {
  n: number
  settings: unknown
  counted: { channel: string; at: string }[]
}

/** How far back a message may have been queued that still counts: the longest window, and as long a wait before. */
const LOOKS_BACK = '180 days'

/**
 * Reads it under the contact's lock, so that no two messages take the same place. One index range of the contact's
 * latest messages, and their runs under way.
 */
export const readPressure = batched<PressureAsked, PressureFacts | undefined>(async (tx, asked) => {
  const keys = asked.map(({ contactId, now, messageId, run, besides }, i) => ({
    ...{ n: i, contact_id: contactId, now, message_id: messageId },
    ...{ enrolment_id: run?.enrolmentId ?? null, priority: run?.priority ?? 0 },
    besides: besides ?? null,
  }))
  const rows = await tx.sql<Row[]>`
    select k.n, p.time_zone as "timeZone", s.orders_count > 0 as "isCustomer",
      coalesce(w.settings -> 'pressure', '{}') as settings, coalesce(a.wants_less, false) as "wantsLess",
      a.paused_until as "pausedUntil", coalesce(a.topics_off, '{}') as "topicsOff",
      greatest(s.known_at, s.last_visit_at, s.last_click_at, s.last_order_at) as "silentSince",
      coalesce(s.satisfaction <= 2 and s.satisfaction_at > coalesce(
        greatest(s.last_visit_at, s.last_click_at, s.last_order_at), '-infinity'), false) as "isDissatisfied",
      (select coalesce(jsonb_agg(jsonb_build_object('channel', m.channel, 'at',
          case when m.state = 'sent' then m.sent_at else greatest(m.due_at, k.now) end)), '[]')
        from messages m
        where m.workspace_id = ${tx.workspaceId} and m.contact_id = k.contact_id
          and m.queued_at > k.now - ${LOOKS_BACK}::interval and m.queued_at <= k.now and not m.service
          and m.enrolment_id is distinct from k.besides and m.id is distinct from k.message_id
          and (m.state = 'sent' or m.state in ('queued', 'sending') and m.held_by is null)) as counted,
      case when k.enrolment_id is null then 0 else (select count(*)::int from enrolments e
        join flows f on f.workspace_id = e.workspace_id and f.id = e.flow_id and f.status <> 'paused'
        join flow_versions v on v.workspace_id = e.workspace_id and v.flow_id = e.flow_id and v.version = e.version
        where e.workspace_id = ${tx.workspaceId} and e.contact_id = k.contact_id and e.state <> 'ended'
          and e.state = 'waiting' and e.id <> k.enrolment_id
          -- Whoever is later than a minute is not about to move.
          and (e.due_at <= k.now and e.due_at > k.now - interval '1 minute' or exists (
            select 1 from enrolment_inbox i where i.workspace_id = e.workspace_id and i.enrolment_id = e.id))
          and (v.priority, k.enrolment_id) > (k.priority, e.id)
      ) end as ahead
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k(n integer, contact_id uuid, now timestamptz, message_id uuid, enrolment_id uuid, priority integer, besides uuid)
    join contacts p on p.workspace_id = ${tx.workspaceId} and p.id = k.contact_id
    join contact_state s on s.workspace_id = p.workspace_id and s.contact_id = p.id
    left join contact_preferences a on a.workspace_id = p.workspace_id and a.contact_id = p.id
    join workspaces w on w.id = p.workspace_id`
  // The same of every row: one workspace.
  const settings = pressureSettings.parse(rows[0]?.settings ?? {})
  const byPlace = new Map(rows.map(({ n, ...row }) => [n, row]))
  return asked.map((_, i) => {
    const row = byPlace.get(i)
    if (!row) return undefined
    const { settings: _said, counted, ...facts } = row
    const at = counted.map((message) => ({ ...message, at: new Date(message.at) }))
    return { ...facts, settings, counted: at }
  })
})
