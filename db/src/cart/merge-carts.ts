import type { Tx } from '../connection/scope'

/**
 * Moves carts to the survivor of a merge. Of two with one id an open one goes before a closed one, else the one
 * touched last; two open ones are put together.
 * @returns the fields that changed
 */
export async function mergeCarts(
  { sql, workspaceId }: Tx,
  fromId: string,
  intoId: string,
): Promise<string[]> {
  const moved = await sql`
    with doubles as materialized (
      select f.cart_id, f.state as f_state, i.state as i_state, f.lines as f_lines, i.lines as i_lines,
        f.value_cents as f_value, i.value_cents as i_value, f.last_activity_at as f_at, i.last_activity_at as i_at,
        f.currency as f_currency, f.recovery_url as f_url, greatest(f.round, i.round) as round
      from carts f join carts i using (workspace_id, cart_id)
      where f.workspace_id = ${workspaceId} and f.contact_id = ${fromId} and i.contact_id = ${intoId}
    ), decided as (
      select *, f_state = 'open' and i_state = 'open' as both_open,
        (f_state = 'open') > (i_state = 'open') or ((f_state = 'open') = (i_state = 'open') and f_at > i_at) as f_wins
      from doubles
    ), kept as (
      update carts c set
        lines = case when both_open then i_lines || f_lines when f_wins then f_lines else i_lines end,
        lines_count = jsonb_array_length(case when both_open then i_lines || f_lines when f_wins then f_lines else i_lines end),
        value_cents = case when both_open then i_value + f_value when f_wins then f_value else i_value end,
        currency = coalesce(c.currency, f_currency), recovery_url = case when f_wins then coalesce(f_url, recovery_url) else recovery_url end,
        state = case when f_wins then f_state else i_state end, round = d.round,
        last_activity_at = case when both_open then greatest(f_at, i_at) when f_wins then f_at else i_at end
      from decided d
      where c.workspace_id = ${workspaceId} and c.contact_id = ${intoId} and c.cart_id = d.cart_id
    ), gone as (
      delete from carts where workspace_id = ${workspaceId} and contact_id = ${fromId} and cart_id in (select cart_id from doubles)
      returning 1
    ), rest as (
      update carts set contact_id = ${intoId}
      where workspace_id = ${workspaceId} and contact_id = ${fromId} and cart_id not in (select cart_id from doubles)
      returning 1
    )
    select 1 from gone union all select 1 from rest`
  return moved.length > 0 ? ['field:cart.lines', 'field:cart.value', 'field:cart.valueCents'] : []
}
