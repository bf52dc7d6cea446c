import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types'

/** Drafts that somebody asked to be published, and what became of it. */
export const publishRequests = pgTable(
  'publish_requests',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    revision: integer('revision').notNull(),
    drawn: text('drawn').notNull(),
    note: text('note'),
    askedBy: text('asked_by'),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer').$type<'published' | 'declined' | 'withdrawn'>(),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
