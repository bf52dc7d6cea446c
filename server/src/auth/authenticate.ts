import { AppError } from '@relance/core/error/app-error'
import { languageOf } from '@relance/core/words/language'
import { findKey } from '@relance/db/key/find-key'
import { workspacesOfUser } from '@relance/db/workspace/workspaces-of-user'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { AppEnv } from '../http/context'

const BEARER = /^Bearer\s+(\S+)$/i

/** Finds out who asks, and in which workspace, from an API key or from the session's cookie. */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const bearer = c.req.header('authorization')?.match(BEARER)?.[1]
  if (bearer) await enterByKey(c, bearer)
  else await enterBySession(c)
  await next()
})

async function enterByKey(c: Context<AppEnv>, key: string) {
  const { sql } = c.get('services')
  const found = await findKey(sql, key)
  if (found?.kind !== 'api')
    throw new AppError('unauthenticated', 'This key does not exist or was revoked.')
  const { id, workspaceId, canCreateWorkspaces } = found
  c.set('principal', { kind: 'key', keyId: id, canCreateWorkspaces, role: 'owner' })
  c.set('scope', { workspaceId, sql, actor: `key:${id}` })
}

async function enterBySession(c: Context<AppEnv>) {
  const { auth } = c.get('services')
  const session = await auth.api.getSession({ headers: c.req.raw.headers })
  if (!session) throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  const { id, name, email, language } = session.user
  const user = { id, name, email, language: language ?? 'en' }
  if (!c.req.header('accept-language')) c.set('language', languageOf(user.language) ?? 'en')
  c.set('principal', { kind: 'user', user, role: null })
  const wanted = c.req.header('relance-workspace')
  if (wanted !== undefined) await enterWorkspace(c, user, wanted)
}

/** Enters a workspace as one of its people. Throws AppError not-found for anybody else. */
export async function enterWorkspace(
  c: Context<AppEnv>,
  user: { id: string; name: string; email: string; language: string },
  wanted: string,
) {
  const { sql } = c.get('services')
  const open = z.uuid().safeParse(wanted).success ? await workspacesOfUser(sql, user.id) : []
  const workspace = open.find(({ id }) => id === wanted)
  if (!workspace) throw new AppError('not-found', 'This workspace does not exist.')
  c.set('principal', { kind: 'user', user, role: workspace.role })
  c.set('scope', { workspaceId: workspace.id, sql, actor: `user:${user.id}` })
}
