import type { Tx } from '../connection/scope'

/** Whether this workspace's webhooks may call addresses of a private network. */
export async function allowsPrivateCalls(tx: Tx): Promise<boolean> {
  const [row] = await tx.sql<{ allowed: boolean }[]>`
    select coalesce((settings ->> 'allowPrivateWebhooks')::boolean, false) as allowed
    from workspaces where id = ${tx.workspaceId}`
  return row?.allowed ?? false
}
