import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getOffer } from './list-offers'
import { type NewOffer, newOffer, type Offer } from './offer'

/**
 * Makes an offer.
 * @throws AppError conflict when its key is taken
 */
export async function createOffer(scope: Scope | Tx, wanted: NewOffer): Promise<Offer> {
  const { key, name, kind, valueCents, currency, minimumCents, validFor } = newOffer.parse(wanted)
  const id = newId()
  return inTransaction(scope, async (tx) => {
    const made = await tx.sql`
      insert into offers (workspace_id, id, key, name, kind, value_cents, currency, minimum_cents, valid_for)
      select id, ${id}, ${key ?? null}, ${name}, ${kind}, ${valueCents}, coalesce(${currency ?? null}, currency), ${minimumCents}, ${validFor}
      from workspaces where id = ${tx.workspaceId}
      on conflict do nothing returning 1`
    if (made.length === 0)
      throw new AppError('conflict', 'There is an offer with this key already.', { field: 'key' })
    return getOffer(tx, id)
  })
}
