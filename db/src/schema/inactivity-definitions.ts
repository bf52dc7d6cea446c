import type { Rule } from '@relance/core/rule/rule'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Whom a workspace calls inactive. */
export const inactivityDefinitions = pgTable(
  'inactivity_definitions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    priority: integer('priority').notNull(),
    signals: text('signals').array().notNull(),
    match: text('match').notNull(),
    silence: text('silence').notNull(),
    appliesTo: jsonb('applies_to').$type<Rule>(),
    category: text('category'),
    graceDays: integer('grace_days').notNull().default(byDatabase),
    graceMessages: integer('grace_messages').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
