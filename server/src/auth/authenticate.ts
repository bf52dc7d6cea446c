import { languageOf } from '@relance/core/words/language'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/context'
import type { SignedInUser } from './principal'
import { memberOf, whoAsks } from './who-asks'

/** Whether a browser asks in a way that it can set no headers on: a socket, or a stream of events. */
const hasNoHeaders = (c: Context<AppEnv>): boolean =>
  c.req.header('upgrade') !== undefined || c.req.header('accept') === 'text/event-stream'

/** The workspace a request is about; one without headers of ours says it in its address. */
export const workspaceNamed = (c: Context<AppEnv>): string | undefined =>
  c.req.header('relance-workspace') ?? (hasNoHeaders(c) ? c.req.query('workspace') : undefined)

/** Finds out who asks, and in which workspace, from an API key or from the session's cookie. */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const asker = await whoAsks(c.get('services'), c.req.raw.headers, workspaceNamed(c))
  const { principal, scope } = asker
  if (principal.kind === 'user' && !c.req.header('accept-language'))
    c.set('language', languageOf(principal.user.language) ?? 'en')
  c.set('principal', principal)
  if (scope) c.set('scope', scope)
  await next()
})

/** Enters a workspace as one of its people. Throws AppError not-found for anybody else. */
export async function enterWorkspace(c: Context<AppEnv>, user: SignedInUser, wanted: string) {
  const { principal, scope } = await memberOf(c.get('services'), user, wanted)
  c.set('principal', principal)
  c.set('scope', scope)
}
