import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** What scripts and web sites identify themselves with. */
export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    hash: bytes('hash').notNull(),
    hint: text('hint').notNull(),
    canCreateWorkspaces: boolean('can_create_workspaces').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
