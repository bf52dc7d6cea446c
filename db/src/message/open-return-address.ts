import { peekReturnToken, readReturnToken } from '@relance/core/token/return-token'
import type { Sql } from '../connection/connect'
import type { Scope } from '../connection/scope'
import { workspaceSecret } from '../workspace/workspace-secret'
import { workspacesBeginning } from '../workspace/workspaces-beginning'
import { findTrackedMessage, type TrackedMessage } from './find-tracked-message'

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
