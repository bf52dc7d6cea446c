import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** An agency or a single shop, and who belongs to it. */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const organisationMembers = pgTable(
  'organisation_members',
  {
    organisationId: uuid('organisation_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId] })],
)
