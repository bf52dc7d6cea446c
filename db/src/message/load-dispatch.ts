import { batched } from '../connection/batched'
import { runStopped } from './run-stopped'

/** What a message's sending needs of its run and its offer; workspace, mail and contact come apart. */
export interface DispatchFacts {
  entry: { data: Record<string, unknown>; key: string; anchorAt: Date }
  offer: { valueCents: number; currency: string; minimumCents: number; expiresAt: Date } | null
  /** IANA name, or null where unknown. */
  contactTimeZone: string | null
  flowPaused: boolean
  /** Its step still holds it: when that decides again; null where it has let go of it. */
  heldUntil: Date | null
  ended: boolean
  /** When they last answered a mail of the run. */
  repliedAt: Date | null
  /** The provider that may have taken it already; null: nobody may have. */
  boundTo: string | null
}

/** The facts for a claimed message, by its id. Undefined when its rows are gone. */
export const loadDispatch = batched<string, DispatchFacts | undefined>(async (tx, messageIds) => {
  const rows = await tx.sql<(DispatchFacts & { id: string })[]>`
    select m.id, jsonb_build_object('data', e.entry_data, 'key', e.entry_key, 'anchorAt', e.anchor_at) as entry,
      case when c.code is not null then jsonb_build_object('valueCents', o.value_cents, 'currency', o.currency,
        'minimumCents', o.minimum_cents, 'expiresAt', c.expires_at) end as offer,
      p.time_zone as "contactTimeZone", e.replied_at as "repliedAt", f.status = 'paused' as "flowPaused",
      (select a.provider from message_attempts a where a.workspace_id = m.workspace_id and a.message_id = m.id
        and a.accepted is null and a.provider is not null order by a.started_at limit 1) as "boundTo",
      -- A step that needs help has no instant: looked at again in a day.
      case when m.held_by is not null and e.state <> 'ended' and e.node_id = m.node_id and e.visit = m.visit
        then coalesce(e.due_at, workspace_now(m.workspace_id) + interval '1 day') end as "heldUntil",
      ${runStopped(tx)} as ended
    from messages m
    join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
    join contacts p on p.workspace_id = e.workspace_id and p.id = e.contact_id
    join flows f on f.workspace_id = m.workspace_id and f.id = m.flow_id
    left join coupons c on c.workspace_id = m.workspace_id and c.code = m.coupon_code
    left join offers o on o.workspace_id = m.workspace_id and o.id = c.offer_id
    where m.workspace_id = ${tx.workspaceId} and m.id = any(${messageIds}::uuid[])`
  const byId = new Map(rows.map(({ id, ...facts }) => [id, facts]))
  return messageIds.map((id) => byId.get(id))
})
