import { randomBytes } from 'node:crypto'
import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { hashKey } from './hash-key'

export type KeyKind = 'api' | 'write'
const PREFIX: Record<KeyKind, string> = { api: 'rl_', write: 'wk_' }

export interface NewKey {
  kind: KeyKind
  name: string
  canCreateWorkspaces?: boolean
}

/** Makes a key of the workspace. The key itself is answered here and never again. */
export const createKey = (scope: Scope | Tx, { kind, name, canCreateWorkspaces = false }: NewKey) =>
  inTransaction(scope, async (tx) => {
    const id = newId()
    const key = PREFIX[kind] + randomBytes(24).toString('base64url')
    await tx.sql`
      insert into api_keys (workspace_id, id, kind, name, hash, hint, can_create_workspaces)
      values (${tx.workspaceId}, ${id}, ${kind}, ${name}, ${hashKey(key)}, ${key.slice(-4)}, ${canCreateWorkspaces})`
    return { id, kind, name, key }
  })
