import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Visits of the web site. */
export const webSessions = pgTable(
  'web_sessions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    contactId: uuid('contact_id').notNull(),
    startedAt: instant('started_at').notNull(),
    lastAt: instant('last_at').notNull(),
    pages: integer('pages').notNull(),
    sections: jsonb('sections').$type<Record<string, unknown>>().notNull().default(byDatabase),
    landingPath: text('landing_path'),
    referrer: text('referrer'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
