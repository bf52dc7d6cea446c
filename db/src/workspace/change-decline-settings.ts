import { type DeclineSettings, declineSettings } from '@relance/core/activity/decline-settings'
import { EVERYBODY_MS, limitStatements } from '../connection/limit-statements'
import { planAfresh } from '../connection/plan-afresh'
import type { Tx } from '../connection/scope'

/** Changes when the workspace says that somebody declines, for everybody at once. Nobody starts anything by it. */
export async function changeDeclineSettings(
  tx: Tx,
  change: Partial<DeclineSettings>,
): Promise<void> {
  const { sql, workspaceId } = tx
  const [row] = await sql<{ decline: unknown }[]>`
    select coalesce(settings -> 'decline', '{}') as decline from workspaces where id = ${workspaceId}`
  const wanted = declineSettings.parse({ ...declineSettings.parse(row?.decline ?? {}), ...change })
  await planAfresh(tx)
  // Everybody's limit is reckoned anew, which takes some seconds where there are very many.
  await limitStatements(tx, EVERYBODY_MS)
  await sql`
    update workspaces set settings = settings || ${JSON.stringify({ decline: wanted })}::jsonb where id = ${workspaceId}`
  await sql`
    update contact_state s set gap_due_at = gap_due_at(s, w.settings),
      basket_ratio = basket_ratio(s.workspace_id, s.contact_id, w.settings)
    from workspaces w where w.id = ${workspaceId} and s.workspace_id = ${workspaceId}
      and (s.visits_count > 1 or s.orders_count > 1)`
}
