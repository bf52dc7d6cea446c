import type { Sql } from '../connection/connect'
import type { KeyKind } from './create-key'
import { hashKey } from './hash-key'

export interface FoundKey {
  workspaceId: string
  id: string
  kind: KeyKind
  canCreateWorkspaces: boolean
}

/** Whose key this is, or null when it is nobody's or was revoked. */
export async function findKey(sql: Sql, key: string): Promise<FoundKey | null> {
  const [row] = await sql<FoundKey[]>`
    select workspace_id as "workspaceId", id, kind, can_create_workspaces as "canCreateWorkspaces"
    from find_key(${hashKey(key)})`
  return row ?? null
}
