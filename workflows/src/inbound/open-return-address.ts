import { peekReturnToken, readReturnToken } from '@relance/core/token/return-token'
import type { Sql } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { findTrackedMessage, type TrackedMessage } from '@relance/db/message/find-tracked-message'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import { workspacesBeginning } from '@relance/db/workspace/workspaces-beginning'

/** A message that something came back about. */
export interface Returned {
  scope: Scope
  message: TrackedMessage
  token: string
}

/** The message of a return address, once the secret of its workspace has signed it; null: of none we ever sent. */
export async function openReturnAddress(sql: Sql, token: string): Promise<Returned | null> {
  const claimed = peekReturnToken(token)
  if (!claimed) return null
  for (const workspaceId of await workspacesBeginning(sql, claimed.workspaceStart)) {
    const scope = { workspaceId, sql }
    const messageId = readReturnToken(await workspaceSecret(scope), workspaceId, token)
    const message = messageId && (await findTrackedMessage(scope, messageId))
    if (message) return { scope, message, token: token.toLowerCase() }
  }
  return null
}
