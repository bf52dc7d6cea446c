import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { recountOrders } from '../contact/contact-state'

/** The workspace's own currency, and what one unit of the others is worth in it. */
export interface Rates {
  currency: string
  rates: Record<string, number>
}

/** Which currencies a workspace can add up. */
export const getRates = (scope: Scope | Tx): Promise<Rates> =>
  inTransaction(scope, async ({ sql, workspaceId }) => {
    const [found] = await sql<Rates[]>`
      select currency, (select coalesce(jsonb_object_agg(r.currency, r.rate), '{}') from currency_rates r
        where r.workspace_id = ${workspaceId}) as rates
      from workspaces where id = ${workspaceId}`
    if (!found) throw new AppError('not-found', 'This workspace does not exist.')
    return found
  })

/**
 * Cents of a currency in the workspace's own; null where no rate is known. Amounts are never added up across
 * currencies, so such an order is kept apart.
 */
export function ownCents({ currency, rates }: Rates, cents: number, said: string | null) {
  if (said === null || said === currency) return cents
  const rate = rates[said]
  return rate === undefined ? null : Math.round(cents * rate)
}

const AT_ONCE = 5_000

/**
 * Sets what one unit of a currency is worth in the workspace's own, and converts the orders that are there anew.
 * @param rate null: none any more, so that orders in it count no money
 * @throws AppError invalid for the workspace's own currency
 */
export const setRate = (scope: Scope | Tx, currency: string, rate: number | null): Promise<void> =>
  inTransaction(scope, async (tx) => {
    const { sql, workspaceId } = tx
    if ((await getRates(tx)).currency === currency)
      throw new AppError('invalid', 'The workspace’s own currency has no rate.', {
        field: 'currency',
      })
    await planAfresh(tx)
    if (rate === null)
      await sql`delete from currency_rates where workspace_id = ${workspaceId} and currency = ${currency}`
    else
      await sql`
        insert into currency_rates (workspace_id, currency, rate) values (${workspaceId}, ${currency}, ${rate})
        on conflict (workspace_id, currency) do update set rate = excluded.rate, updated_at = clock_timestamp()`
    const changed = await sql<{ id: string }[]>`
      with converted as (
        update orders set revenue_cents = own_cents(workspace_id, said_cents, currency),
          refunded_cents = own_cents(workspace_id, coalesce(said_refunded_cents, 0), currency)
        where workspace_id = ${workspaceId} and currency = ${currency} and said_cents is not null
        returning contact_id
      )
      select distinct contact_id as id from converted`
    for (let from = 0; from < changed.length; from += AT_ONCE)
      await recountOrders(
        tx,
        changed.slice(from, from + AT_ONCE).map(({ id }) => id),
      )
  })
