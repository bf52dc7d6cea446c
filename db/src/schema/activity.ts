import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types'

/** The ladder of activity: who moved, and how far the looks for moves have come. */
export const ladderMoves = pgTable(
  'ladder_moves',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    at: instant('at').notNull(),
    fromRung: text('from_rung').notNull(),
    toRung: text('to_rung').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId, t.at, t.toRung] })],
)

export const activityLines = pgTable(
  'activity_lines',
  {
    workspaceId: uuid('workspace_id').notNull(),
    line: text('line').notNull(),
    watermark: instant('watermark').notNull(),
    nextAt: instant('next_at').notNull(),
    cursorAt: instant('cursor_at'),
    cursorContact: uuid('cursor_contact'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.line] })],
)
