import { peekToken, readToken, signToken } from '@relance/core/token/sign-token'
import type { Scope } from '@relance/db/connection/scope'
import { findTrackedMessage, type TrackedMessage } from '@relance/db/message/find-tracked-message'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'

/** A page's address is passed on by copying it; an hour after the click it names nobody any more. */
const HOLDS_FOR_S = 3600

/** Says, signed, that whoever opens a page now has just clicked in this message. */
export async function visitorToken(scope: Scope, message: TrackedMessage): Promise<string> {
  const payload = {
    w: scope.workspaceId,
    m: message.id,
    k: 'v' as const,
    t: message.machineSeconds,
  }
  return signToken(await workspaceSecret(scope), payload)
}

/** Whose browser a token speaks for: a contact of this workspace; null once it is too old, or was never ours. */
export async function contactOfToken(scope: Scope, token: string): Promise<string | null> {
  const claimed = peekToken(token)
  if (claimed?.k !== 'v' || claimed.w !== scope.workspaceId) return null
  const payload = readToken(await workspaceSecret(scope), token)
  const message = payload && (await findTrackedMessage(scope, payload.m))
  if (!message || message.isErased || payload.t === undefined) return null
  return message.machineSeconds - payload.t <= HOLDS_FOR_S ? message.contactId : null
}
