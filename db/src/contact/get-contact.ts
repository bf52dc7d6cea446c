import type { Rung } from '@relance/core/activity/ladder'
import type { BehaviourLabel } from '@relance/core/contact/behaviour'
import { AppError } from '@relance/core/error/app-error'
import { CONFIRMABLE_DAYS } from '@relance/core/preference/consent-events'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type ContactRfm, rfmJson } from '../score/rfm-of-contact'
import type { ContactState } from './contact-state'

/** The computed fields as the API shows them: instants are ISO 8601. */
export type ContactStateText = {
  [Field in keyof ContactState]: ContactState[Field] extends Date | null
    ? string | null
    : ContactState[Field]
} & { ladder: Rung; ladderSince: string }

export interface ContactBehaviour {
  labels: BehaviourLabel[]
  /** What they said interests them, and the categories they bought or looked at. */
  interests: string[]
  favouriteCategory: string | null
  favouriteBrand: string | null
  favouriteCreator: string | null
}

/** Everything known of a contact, for its page and the API. Instants are ISO 8601 inside lists. */
export interface ContactRecord {
  id: string
  externalId: string | null
  email: string | null
  phone: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  timeZone: string | null
  birthday: string | null
  traits: Record<string, unknown>
  createdAt: Date
  consents: Record<
    string,
    { state: 'given' | 'refused'; source: string; wording: string | null; at: string }
  >
  /** Since when a yes to emails waits to be confirmed by the link of a mail. */
  consentAskedAt: string | null
  suppressed: { channel: string; reason: string; at: string }[]
  state: ContactStateText
  /** What their orders, visits and choices say of them, as rules see it. */
  behaviour: ContactBehaviour
  /** Null for whoever has no order that stands, or has not been scored yet. */
  rfm: ContactRfm | null
  identities: { kind: 'external' | 'anonymous'; value: string }[]
  carts: {
    id: string
    state: 'open' | 'ordered' | 'emptied'
    lines: {
      productId: string | null
      title: string | null
      quantity: number
      priceCents: number | null
    }[]
    valueCents: number
    currency: string | null
    lastActivityAt: string
  }[]
  /** Sections seen, most pages first. */
  sections: { section: string; pages: number; lastAt: string }[]
  coupons: {
    code: string
    offerId: string
    reservedAt: string
    expiresAt: string
    usedAt: string | null
  }[]
}

/**
 * A contact's full record; of one that was joined into another, the survivor's.
 * @throws AppError not-found, also for one that was erased
 */
export const getContact = (scope: Scope | Tx, contactId: string): Promise<ContactRecord> =>
  inTransaction(scope, async (tx) => {
    const [record] = await readRecord(tx, contactId)
    if (!record) throw new AppError('not-found', 'This customer does not exist.')
    return record
  })

/** ISO 8601 in UTC, inside a JSON value that no driver reads dates from. */
const iso = ({ sql }: Tx, column: string) =>
  sql.unsafe(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

const readRecord = (tx: Tx, contactId: string) => tx.sql<ContactRecord[]>`
  select c.id, c.external_id as "externalId", c.email, c.phone, c.first_name as "firstName", c.last_name as "lastName",
    c.locale, c.time_zone as "timeZone", c.birthday, c.traits, c.created_at as "createdAt",
    (select coalesce(jsonb_object_agg(channel, jsonb_build_object('state', state, 'source', source,
      'wording', wording, 'at', ${iso(tx, 'at')})), '{}')
      from consents n where n.workspace_id = c.workspace_id and n.contact_id = c.id) as consents,
    (select ${iso(tx, 'max(l.at)')} from consent_log l
      where l.workspace_id = c.workspace_id and l.contact_id = c.id and l.channel = 'email' and l.state = 'asked'
        and l.at > workspace_now(c.workspace_id) - make_interval(days => ${CONFIRMABLE_DAYS})
        and not exists (select 1 from consents n where n.workspace_id = l.workspace_id and n.contact_id = l.contact_id
          and n.channel = 'email' and (n.state = 'given' or n.at > l.at))) as "consentAskedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'reason', reason, 'at', ${iso(tx, 'created_at')})), '[]')
      from suppressions p where p.workspace_id = c.workspace_id and p.lifted_at is null and (
        (p.channel = 'email' and p.address_hash = address_hash(c.workspace_id, c.email_normal))
        or (p.channel = 'sms' and p.address_hash = address_hash(c.workspace_id, regexp_replace(c.phone, '[^+0-9]', '', 'g'))))
    ) as suppressed,
    (select jsonb_build_object('lastVisitAt', ${iso(tx, 's.last_visit_at')}, 'lastOrderAt', ${iso(tx, 's.last_order_at')},
      'lastOpenAt', ${iso(tx, 's.last_open_at')}, 'lastClickAt', ${iso(tx, 's.last_click_at')},
      'firstOrderAt', ${iso(tx, 's.first_order_at')}, 'visitsCount', s.visits_count, 'ordersCount', s.orders_count,
      'revenueCents', s.revenue_cents, 'usualVisitGapDays', s.usual_visit_gap_days,
      'usualOrderGapDays', s.usual_order_gap_days, 'lastSection', s.last_section,
      'lastInteractionAt', ${iso(tx, 's.last_interaction_at')}, 'ladder', r.rung,
      'ladderSince', ${iso(tx, 'ladder_since(s, r.rung, w.settings, w.time_zone, r.now)')})
      from contact_state s join workspaces w on w.id = s.workspace_id
      cross join lateral (select workspace_now(w.id) as now,
        ladder_of(s.active_at, workspace_now(w.id), w.settings, w.time_zone) as rung) r
      where s.workspace_id = c.workspace_id and s.contact_id = c.id) as state,
    (select jsonb_build_object('labels', coalesce(l.labels, '[]'), 'interests', coalesce(i.interests, '[]'),
      'favouriteCategory', f.category, 'favouriteBrand', f.brand, 'favouriteCreator', f.creator)
      from workspace_now(c.workspace_id) as now
      cross join lateral behaviour_labels(c.workspace_id, c.id, now) l
      cross join lateral interests_of(c.workspace_id, c.id, now) i
      cross join lateral favourites(c.workspace_id, c.id, now) f) as behaviour,
    ${rfmJson(tx)} as rfm,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value) order by kind desc, value), '[]')
      from identities i where i.workspace_id = c.workspace_id and i.contact_id = c.id) as identities,
    (select coalesce(jsonb_agg(jsonb_build_object('id', cart_id, 'state', state, 'lines', lines, 'valueCents', value_cents,
        'currency', currency, 'lastActivityAt', ${iso(tx, 'last_activity_at')}) order by last_activity_at desc), '[]')
      from carts k where k.workspace_id = c.workspace_id and k.contact_id = c.id) as carts,
    (select coalesce(jsonb_agg(jsonb_build_object('section', section, 'pages', pages, 'lastAt', ${iso(tx, 'last')})
        order by pages desc, last desc), '[]')
      from (select e.key as section, sum(e.value::int) as pages, max(w.last_at) as last
        from web_sessions w cross join jsonb_each_text(w.sections) e
        where w.workspace_id = c.workspace_id and w.contact_id = c.id group by e.key) seen) as sections,
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'offerId', offer_id, 'reservedAt', ${iso(tx, 'reserved_at')},
        'expiresAt', ${iso(tx, 'expires_at')}, 'usedAt', ${iso(tx, 'used_at')}) order by reserved_at desc), '[]')
      from coupons o where o.workspace_id = c.workspace_id and o.contact_id = c.id and o.released_at is null) as coupons
  from contacts c
  where c.workspace_id = ${tx.workspaceId} and c.id = (
    select coalesce(g.merged_into, g.id) from contacts g where g.workspace_id = ${tx.workspaceId} and g.id = ${contactId}) and c.erased_at is null`
