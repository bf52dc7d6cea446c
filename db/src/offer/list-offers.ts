import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { Offer } from './offer'

const offers = ({ sql, workspaceId }: Tx, id: string | null, key: string | null) => sql<Offer[]>`
  select o.id, o.key, o.name, o.kind, o.value_cents as "valueCents", o.currency, o.minimum_cents as "minimumCents",
    o.valid_for as "validFor", o.created_at as "createdAt", coalesce(c.shown, 0)::int as shown, coalesce(c.used, 0)::int as used
  from offers o
  left join (
    select offer_id, count(shown_at) as shown, count(used_at) as used
    from coupons where workspace_id = ${workspaceId} group by offer_id
  ) c on c.offer_id = o.id
  where o.workspace_id = ${workspaceId} and (${id}::uuid is null or o.id = ${id}) and (${key}::text is null or o.key = ${key})
  order by o.created_at desc, o.id desc`

/** All offers, newest first, with how many codes were shown and used. */
export const listOffers = (scope: Scope | Tx): Promise<Offer[]> =>
  inTransaction(scope, async (tx) => [...(await offers(tx, null, null))])

/** @throws AppError not-found */
export const getOffer = (scope: Scope | Tx, id: string): Promise<Offer> =>
  inTransaction(scope, async (tx) => {
    const [offer] = await offers(tx, id, null)
    if (!offer) throw new AppError('not-found', 'This offer does not exist.', { field: 'offer' })
    return offer
  })

/** The offer a scenario template calls by this key, if there is one. */
export const findOffer = (scope: Scope | Tx, key: string): Promise<Offer | undefined> =>
  inTransaction(scope, async (tx) => (await offers(tx, null, key))[0])
