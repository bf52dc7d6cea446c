import { AppError } from '@relance/core/error/app-error'
import { peekToken, readToken, type TokenPayload } from '@relance/core/token/sign-token'
import type { Scope } from '@relance/db/connection/scope'
import { findTrackedMessage, type TrackedMessage } from '@relance/db/message/find-tracked-message'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import type { Context } from 'hono'
import type { AppEnv } from '../http/context'

export interface OpenedToken {
  payload: TokenPayload
  scope: Scope
  message: TrackedMessage
}

/**
 * Believes a link of a mail once the secret of its workspace has signed it.
 * Throws AppError not-found for anything else: nothing is told about what exists.
 */
export async function openToken(
  c: Context<AppEnv>,
  token: string,
  kind: TokenPayload['k'],
): Promise<OpenedToken> {
  const gone = new AppError('not-found', 'This link is not valid any more.')
  const claimed = peekToken(token)
  if (claimed?.k !== kind) throw gone
  const scope = { workspaceId: claimed.w, sql: c.get('services').sql }
  const payload = readToken(await workspaceSecret(scope), token)
  const message = payload && (await findTrackedMessage(scope, payload.m))
  if (!payload || !message) throw gone
  c.set('scope', scope)
  return { payload, scope, message }
}
