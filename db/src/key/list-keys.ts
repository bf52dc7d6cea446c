import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { KeyKind } from './create-key'

export interface ListedKey {
  id: string
  kind: KeyKind
  name: string
  /** The key's last four letters, to tell keys apart. */
  hint: string
  createdAt: Date
}

/** The workspace's keys that work, oldest first. */
export const listKeys = (scope: Scope): Promise<ListedKey[]> =>
  inTransaction(
    scope,
    (tx) => tx.sql<ListedKey[]>`
      select id, kind, name, hint, created_at as "createdAt" from api_keys
      where workspace_id = ${tx.workspaceId} and revoked_at is null order by id`,
  )
