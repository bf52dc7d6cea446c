import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { findKey } from '@relance/db/key/find-key'
import { workspacesOfUser } from '@relance/db/workspace/workspaces-of-user'
import { z } from 'zod'
import type { Services } from '../http/context'
import type { Principal, SignedInUser } from './principal'

const BEARER = /^Bearer\s+(\S+)$/i

/** Who asks, and in which workspace where one is named. */
export interface Asker {
  principal: Principal
  scope: Scope | null
}

/**
 * Finds out who asks, from an API key or from the session's cookie. Throws AppError unauthenticated; not-found for a
 * workspace that is not theirs.
 */
export async function whoAsks(
  services: Pick<Services, 'sql' | 'auth'>,
  headers: Headers,
  workspace: string | undefined,
): Promise<Asker> {
  const bearer = headers.get('authorization')?.match(BEARER)?.[1]
  if (bearer) return holderOf(services, bearer)
  const session = await services.auth.api.getSession({ headers })
  if (!session) throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  const { id, name, email, language } = session.user
  const user = { id, name, email, language: language ?? 'en' }
  if (workspace === undefined) return { principal: { kind: 'user', user, role: null }, scope: null }
  return memberOf(services, user, workspace)
}

async function holderOf({ sql }: Pick<Services, 'sql'>, key: string): Promise<Asker> {
  const found = await findKey(sql, key)
  if (found?.kind !== 'api')
    throw new AppError('unauthenticated', 'This key does not exist or was revoked.')
  const { id, workspaceId, canCreateWorkspaces } = found
  return {
    principal: { kind: 'key', keyId: id, canCreateWorkspaces, role: 'owner' },
    scope: { workspaceId, sql, actor: `key:${id}` },
  }
}

/** A person as a member of a workspace. Throws AppError not-found for anybody else. */
export async function memberOf(
  { sql }: Pick<Services, 'sql'>,
  user: SignedInUser,
  wanted: string,
): Promise<Asker & { scope: Scope }> {
  const open = z.uuid().safeParse(wanted).success ? await workspacesOfUser(sql, user.id) : []
  const workspace = open.find(({ id }) => id === wanted)
  if (!workspace) throw new AppError('not-found', 'This workspace does not exist.')
  return {
    principal: { kind: 'user', user, role: workspace.role },
    scope: { workspaceId: workspace.id, sql, actor: `user:${user.id}` },
  }
}
