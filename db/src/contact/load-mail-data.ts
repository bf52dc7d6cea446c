import { AppError } from '@relance/core/error/app-error'
import { batched } from '../connection/batched'
import type { Tx } from '../connection/scope'
import { type RecommendedProduct, recommendProducts } from '../product/recommend-products'
import { type MailBehaviour, NO_BEHAVIOUR, readMailBehaviour } from './read-mail-behaviour'

/** What a mail may say of one person, named as in templates' MailData; instants are ISO 8601. */
export interface LoadedMailData {
  contact: {
    first_name: string | null
    last_name: string | null
    email: string | null
    external_id: string | null
    locale: string | null
    last_visit_at: string | null
    last_order_at: string | null
    last_section: string | null
    traits: Record<string, unknown>
  } & MailBehaviour
  cart: {
    lines: {
      title: string
      url: string | null
      image: string | null
      price: number | null
      quantity: number
    }[]
    value: number
    currency: string
    recovery_url: string | null
  } | null
  sections: string[]
  recommended: RecommendedProduct[]
}

/**
 * The data of a mail for one contact.
 * @param cartId the enrolment's cart; else the open one touched last
 * @param recommends false where the mail shows no recommended products: they are left out
 * @param describes false where it names neither favourites, interests nor labels: they are left out
 * @throws AppError not-found
 */
export async function loadMailData(
  tx: Tx,
  contactId: string,
  {
    cartId = null,
    recommends = true,
    describes = true,
  }: { cartId?: string | null; recommends?: boolean; describes?: boolean } = {},
): Promise<LoadedMailData> {
  const [known, recommended, behaviour] = await Promise.all([
    readKnown(tx, { contactId, cartId }),
    recommends ? recommendProducts(tx, contactId) : [],
    describes ? readMailBehaviour(tx, contactId) : NO_BEHAVIOUR,
  ])
  return { ...known, contact: { ...known.contact, ...behaviour }, recommended }
}

type Known = Omit<LoadedMailData, 'recommended' | 'contact'> & {
  contact: Omit<LoadedMailData['contact'], keyof MailBehaviour>
}

const readKnown = batched<{ contactId: string; cartId: string | null }, Known>(
  async ({ sql, workspaceId }, asked) => {
    const rows = await sql<(Known & { n: number })[]>`
    select k.n, known.* from unnest(${asked.map(({ contactId }) => contactId)}::uuid[],
      ${asked.map(({ cartId }) => cartId)}::text[]) with ordinality as k(contact_id, cart_id, n)
    cross join lateral (
      with seen as materialized (
        select s.key as section, sum(s.value::int) as pages, max(w.last_at) as last
        from (select sections, last_at from web_sessions where workspace_id = ${workspaceId} and contact_id = k.contact_id
          order by started_at desc limit 10) w
        cross join jsonb_each_text(w.sections) s group by 1
      )
      select jsonb_build_object(
          'first_name', c.first_name, 'last_name', c.last_name, 'email', c.email, 'external_id', c.external_id, 'locale', c.locale,
          'last_visit_at', to_char(s.last_visit_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'last_order_at', to_char(s.last_order_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'last_section', s.last_section,
          'traits', c.traits) as contact,
        (select jsonb_build_object(
            'lines', (select coalesce(jsonb_agg(jsonb_build_object(
                'title', coalesce(p.title, l.line ->> 'title', l.line ->> 'productId', ''),
                'url', coalesce(l.line ->> 'url', p.url), 'image', coalesce(l.line ->> 'imageUrl', p.image_url),
                'price', coalesce((l.line ->> 'priceCents')::bigint, p.price_cents), 'quantity', (l.line ->> 'quantity')::int) order by l.n), '[]')
              from jsonb_array_elements(b.lines) with ordinality as l(line, n)
              left join products p on p.workspace_id = b.workspace_id and p.product_id = l.line ->> 'productId'),
            'value', b.value_cents, 'currency', coalesce(b.currency, w.currency), 'recovery_url', b.recovery_url)
          from carts b
          where b.workspace_id = c.workspace_id and b.contact_id = c.id
            and (b.cart_id = k.cart_id or (k.cart_id is null and b.state = 'open'))
          order by b.last_activity_at desc limit 1) as cart,
        (select coalesce(jsonb_agg(section order by pages desc, last desc), '[]') from seen) as sections
      from contacts c
      join workspaces w on w.id = c.workspace_id
      left join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
      where c.workspace_id = ${workspaceId} and c.id = k.contact_id
    ) known`
    const byPlace = new Map(rows.map(({ n, ...known }) => [n, known]))
    return asked.map(
      (_, i) => byPlace.get(i + 1) ?? new AppError('not-found', 'This customer does not exist.'),
    )
  },
)
