import { AppError } from '@relance/core/error/app-error'
import type { Tx } from '../connection/scope'
import { type RecommendedProduct, recommendProducts } from '../product/recommend-products'

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
    favourite_category: string | null
    favourite_creator: string | null
    traits: Record<string, unknown>
  }
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
 * The data of a mail for one contact, in two statements.
 * @param cartId the enrolment's cart; else the open one touched last
 * @throws AppError not-found
 */
export async function loadMailData(
  tx: Tx,
  contactId: string,
  { cartId = null }: { cartId?: string | null } = {},
): Promise<LoadedMailData> {
  const [[row], recommended] = await Promise.all([
    readKnown(tx, contactId, cartId),
    recommendProducts(tx, contactId),
  ])
  if (!row) throw new AppError('not-found', 'This customer does not exist.')
  return { ...row, recommended }
}

const readKnown = ({ sql, workspaceId }: Tx, contactId: string, cartId: string | null) => sql<
  Omit<LoadedMailData, 'recommended'>[]
>`
  with bought as materialized (
    select p.category, p.creator, sum(l.quantity) as n, max(o.at) as last
    from orders o
    join order_lines l on l.workspace_id = o.workspace_id and l.order_id = o.order_id
    join products p on p.workspace_id = l.workspace_id and p.product_id = l.product_id
    where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId} group by 1, 2
  ), seen as materialized (
    select s.key as section, sum(s.value::int) as pages, max(w.last_at) as last
    from (select sections, last_at from web_sessions where workspace_id = ${workspaceId} and contact_id = ${contactId}
      order by started_at desc limit 10) w
    cross join jsonb_each_text(w.sections) s group by 1
  )
  select jsonb_build_object(
      'first_name', c.first_name, 'last_name', c.last_name, 'email', c.email, 'external_id', c.external_id, 'locale', c.locale,
      'last_visit_at', to_char(s.last_visit_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'last_order_at', to_char(s.last_order_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'last_section', s.last_section,
      'favourite_category', coalesce(
        (select category from bought where category is not null group by category order by sum(n) desc, max(last) desc limit 1),
        (select section from seen order by pages desc, last desc limit 1)),
      'favourite_creator', (select creator from bought where creator is not null group by creator order by sum(n) desc, max(last) desc limit 1),
      'traits', c.traits) as contact,
    (select jsonb_build_object(
        'lines', (select coalesce(jsonb_agg(jsonb_build_object(
            'title', coalesce(p.title, l.line ->> 'title', l.line ->> 'productId', ''),
            'url', coalesce(l.line ->> 'url', p.url), 'image', coalesce(l.line ->> 'imageUrl', p.image_url),
            'price', coalesce((l.line ->> 'priceCents')::bigint, p.price_cents), 'quantity', (l.line ->> 'quantity')::int) order by l.n), '[]')
          from jsonb_array_elements(k.lines) with ordinality as l(line, n)
          left join products p on p.workspace_id = k.workspace_id and p.product_id = l.line ->> 'productId'),
        'value', k.value_cents, 'currency', coalesce(k.currency, w.currency), 'recovery_url', k.recovery_url)
      from carts k
      where k.workspace_id = c.workspace_id and k.contact_id = c.id
        and (k.cart_id = ${cartId}::text or (${cartId}::text is null and k.state = 'open'))
      order by k.last_activity_at desc limit 1) as cart,
    (select coalesce(jsonb_agg(section order by pages desc, last desc), '[]') from seen) as sections
  from contacts c
  join workspaces w on w.id = c.workspace_id
  left join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
  where c.workspace_id = ${workspaceId} and c.id = ${contactId}`
