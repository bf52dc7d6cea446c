import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** What a loop could not do, and since when. */
export const troubles = pgTable(
  'troubles',
  {
    workspaceId: uuid('workspace_id').notNull(),
    queue: text('queue').notNull(),
    subject: text('subject').notNull().default(byDatabase),
    flowId: uuid('flow_id'),
    since: instant('since').notNull().default(byDatabase),
    lastAt: instant('last_at').notNull().default(byDatabase),
    restUntil: instant('rest_until').notNull().default(byDatabase),
    times: integer('times').notNull().default(byDatabase),
    error: text('error').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.queue, t.subject] })],
)
