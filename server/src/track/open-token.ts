import { AppError } from '@relance/core/error/app-error'
import { peekToken, readToken, type TokenPayload } from '@relance/core/token/sign-token'
import type { Scope } from '@relance/db/connection/scope'
import { findTrackedMessage, type TrackedMessage } from '@relance/db/message/find-tracked-message'
import { workspaceSecret } from '@relance/db/workspace/workspace-secret'
import type { Context } from 'hono'
import type { AppEnv } from '../http/context'

/** What a link says, once it is believed. */
export interface BelievedToken {
  payload: TokenPayload
  scope: Scope
}

export interface OpenedToken extends BelievedToken {
  message: TrackedMessage
}

export const linkIsGone = () => new AppError('not-found', 'This link is not valid any more.')

/**
 * Believes a link of a mail once the secret of its workspace has signed it; whether its message still exists is for
 * whoever looks for it. Throws AppError not-found for anything else: nothing is told about what exists.
 */
export async function believeToken(
  c: Context<AppEnv>,
  token: string,
  kind: TokenPayload['k'],
): Promise<BelievedToken> {
  const claimed = peekToken(token)
  if (claimed?.k !== kind) throw linkIsGone()
  const scope = { workspaceId: claimed.w, sql: c.get('services').sql }
  const payload = readToken(await workspaceSecret(scope), token)
  if (!payload) throw linkIsGone()
  c.set('scope', scope)
  return { payload, scope }
}

/** The message of a link that is believed. Throws AppError not-found as `believeToken`, and where it no longer exists. */
export async function openToken(
  c: Context<AppEnv>,
  token: string,
  kind: TokenPayload['k'],
): Promise<OpenedToken> {
  const { payload, scope } = await believeToken(c, token, kind)
  const message = await findTrackedMessage(scope, payload.m)
  if (!message) throw linkIsGone()
  return { payload, scope, message }
}
