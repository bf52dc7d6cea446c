import { languageOf } from '@relance/core/words/language'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/context'
import type { SignedInUser } from './principal'
import { memberOf, whoAsks } from './who-asks'

/** The workspace a request is about. A browser cannot set headers on a socket, so that one says it in its address. */
export const workspaceNamed = (c: Context<AppEnv>): string | undefined =>
  c.req.header('relance-workspace') ??
  (c.req.header('upgrade') === undefined ? undefined : c.req.query('workspace'))

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
