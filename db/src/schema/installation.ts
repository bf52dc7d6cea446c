import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Worker processes and facts about this installation; of no workspace. */
export const workers = pgTable(
  'workers',
  {
    id: uuid('id').notNull(),
    startedAt: instant('started_at').notNull().default(byDatabase),
    beatAt: instant('beat_at').notNull().default(byDatabase),
    figures: jsonb('figures').$type<Record<string, unknown>>().notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const installation = pgTable(
  'installation',
  {
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key] })],
)
