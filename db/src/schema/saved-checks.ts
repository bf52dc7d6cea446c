import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CheckAsked, ExpectedPath } from '../saved-check/saved-check'
import { byDatabase, instant } from './column-types'

/** A customer and the path they are to take, kept with a flow. */
export const savedChecks = pgTable(
  'saved_checks',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    name: text('name').notNull(),
    compares: text('compares').$type<'end' | 'path'>().notNull(),
    asked: jsonb('asked').$type<CheckAsked>().notNull(),
    expected: jsonb('expected').$type<ExpectedPath>().notNull(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
