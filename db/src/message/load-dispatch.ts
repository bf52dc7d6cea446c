import type { Tx } from '../connection/scope'
import type { Message } from './message'

/** What a message's rendering needs of the workspace, the run and the offer; contact and cart come apart. */
export interface DispatchFacts {
  compiled: { subject: string; html: string; text: string } | null
  secret: Uint8Array
  workspace: { name: string; timeZone: string; currency: string; settings: Record<string, unknown> }
  entry: { data: Record<string, unknown>; key: string; anchorAt: Date }
  offer: { valueCents: number; currency: string; minimumCents: number; expiresAt: Date } | null
  /** IANA name, or null where unknown. */
  contactTimeZone: string | null
  flowPaused: boolean
  ended: boolean
}

/** One statement's worth of facts for a claimed message. Undefined when its rows are gone. */
export async function loadDispatch(tx: Tx, m: Message): Promise<DispatchFacts | undefined> {
  const [facts] = await tx.sql<DispatchFacts[]>`
    select v.compiled, w.secret,
      jsonb_build_object('name', w.name, 'timeZone', w.time_zone, 'currency', w.currency, 'settings', w.settings) as workspace,
      jsonb_build_object('data', e.entry_data, 'key', e.entry_key, 'anchorAt', e.anchor_at) as entry,
      case when c.code is not null then jsonb_build_object('valueCents', o.value_cents, 'currency', o.currency,
        'minimumCents', o.minimum_cents, 'expiresAt', c.expires_at) end as offer,
      p.time_zone as "contactTimeZone", f.status = 'paused' as "flowPaused",
      e.state = 'ended' and e.end_reason <> 'end' as ended
    from messages m
    join workspaces w on w.id = m.workspace_id
    join enrolments e on e.workspace_id = m.workspace_id and e.id = m.enrolment_id
    join contacts p on p.workspace_id = e.workspace_id and p.id = e.contact_id
    join flows f on f.workspace_id = m.workspace_id and f.id = m.flow_id
    left join mail_template_versions v on v.workspace_id = m.workspace_id and v.template_id = m.template_id
      and v.version = m.template_version and v.language = m.locale
    left join coupons c on c.workspace_id = m.workspace_id and c.code = m.coupon_code
    left join offers o on o.workspace_id = m.workspace_id and o.id = c.offer_id
    where m.workspace_id = ${tx.workspaceId} and m.id = ${m.id}`
  return facts
}
