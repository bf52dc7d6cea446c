import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** A client’s walled data, and the roles of the people who work in it. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid('id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull().default(byDatabase),
    locale: text('locale').notNull().default(byDatabase),
    currency: text('currency').notNull().default(byDatabase),
    clockKind: text('clock_kind').notNull().default(byDatabase),
    clockNow: instant('clock_now'),
    secret: bytes('secret').notNull(),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const members = pgTable(
  'members',
  {
    workspaceId: uuid('workspace_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
)
