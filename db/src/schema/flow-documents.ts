import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** Drafts as documents that several people change at once. */
export const flowDocuments = pgTable(
  'flow_documents',
  {
    workspaceId: uuid('workspace_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    revision: integer('revision').notNull(),
    state: bytes('state').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.flowId] })],
)

/** What was changed since, and for a week who changed what. */
export const flowUpdates = pgTable(
  'flow_updates',
  {
    workspaceId: uuid('workspace_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    revision: integer('revision').notNull(),
    change: bytes('change').notNull(),
    madeBy: text('made_by'),
    madeAt: instant('made_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.flowId, t.revision] })],
)
