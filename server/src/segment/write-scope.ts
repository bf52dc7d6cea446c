import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { findKey } from '@relance/db/key/find-key'
import type { Context } from 'hono'
import type { AppEnv } from '../http/context'

/** The workspace of a write key, sent as Segment's clients do: Basic with the key as user, or in the body. */
export async function writeScope(
  c: Context<AppEnv>,
  body: Record<string, unknown>,
): Promise<Scope> {
  const { sql } = c.get('services')
  const key =
    basicUser(c.req.header('authorization')) ??
    (typeof body.writeKey === 'string' ? body.writeKey : null)
  const found = key ? await findKey(sql, key) : null
  if (found?.kind !== 'write') {
    throw new AppError('unauthenticated', 'This write key does not exist or was revoked.', {
      field: 'writeKey',
    })
  }
  const scope = { workspaceId: found.workspaceId, sql, actor: `key:${found.id}` }
  c.set('scope', scope)
  return scope
}

function basicUser(header: string | undefined): string | null {
  const encoded = header?.match(/^Basic\s+(\S+)$/i)?.[1]
  if (!encoded) return null
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] || null
}
