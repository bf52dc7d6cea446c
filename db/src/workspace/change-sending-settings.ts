import { type SendingSettings, sendingSettings } from '@relance/core/sending-limit/sending-settings'
import type { Tx } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'

/**
 * Changes how much the workspace sends. What is held is asked about again at once, and what it was promised is void;
 * what has gone counts on. A limit that is new counts from now.
 */
export async function changeSendingSettings(
  tx: Tx,
  change: Partial<SendingSettings>,
): Promise<void> {
  const { sql, workspaceId } = tx
  const [row] = await sql<{ sending: unknown }[]>`
    select coalesce(settings -> 'sending', '{}') as sending from workspaces where id = ${workspaceId}`
  const wanted = sendingSettings.parse({ ...sendingSettings.parse(row?.sending ?? {}), ...change })
  await sql`
    update workspaces set settings = settings || ${JSON.stringify({ sending: wanted })}::jsonb where id = ${workspaceId}`
  await askHeldAgain(tx)
  await sql`delete from sending_counts where workspace_id = ${workspaceId} and taken = 0 and step = 0`
  await sql`update sending_counts set promised = 0 where workspace_id = ${workspaceId}`
}
