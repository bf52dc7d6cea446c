import { addTo } from '@relance/core/time/add-to'
import type { Tx } from '../connection/scope'

/** What a code of an offer would be worth if it were made now; null where there is no such offer. */
export async function readOffer({ sql, workspaceId }: Tx, offerId: string, now: Date) {
  const [offer] = await sql<
    {
      valueCents: number
      currency: string
      minimumCents: number
      validFor: string
      timeZone: string
    }[]
  >`
    select value_cents as "valueCents", o.currency, minimum_cents as "minimumCents", valid_for as "validFor",
      w.time_zone as "timeZone"
    from offers o join workspaces w on w.id = o.workspace_id
    where o.workspace_id = ${workspaceId} and o.id = ${offerId}`
  if (!offer) return null
  const { validFor, timeZone, ...worth } = offer
  return { ...worth, expiresAt: addTo(now, validFor, timeZone) }
}
