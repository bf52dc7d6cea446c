import { getClock } from '../clock/workspace-clock'
import type { Tx } from '../connection/scope'
import type { Act } from './scheduled-act'

/** Cancels what of this kind is to come for a flow, and puts away what failed. False where there was nothing. */
export async function closeActs(
  tx: Tx,
  flowId: string,
  act: Act,
  { onlyFailed = false } = {},
): Promise<boolean> {
  const { now } = await getClock(tx)
  const closed = await tx.sql`
    update scheduled_acts set outcome = 'cancelled', ended_by = ${tx.actor ?? null}, ended_at = ${now}
    where workspace_id = ${tx.workspaceId} and flow_id = ${flowId} and act = ${act}
      and (outcome = 'failed' or outcome is null and ${!onlyFailed})`
  return closed.count > 0
}
