import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** What has gone in each window of each limit on sending. */
export const sendingCounts = pgTable(
  'sending_counts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    kind: text('kind').$type<'workspace' | 'sender' | 'domain'>().notNull(),
    name: text('name').notNull(),
    startsAt: instant('starts_at').notNull(),
    taken: integer('taken').notNull().default(byDatabase),
    promised: integer('promised').notNull().default(byDatabase),
    step: integer('step').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.name, t.startsAt] })],
)

/** What must not be sent for a time, and why. */
export const sendingPauses = pgTable(
  'sending_pauses',
  {
    workspaceId: uuid('workspace_id').notNull(),
    kind: text('kind').$type<'marketing' | 'domain' | 'import'>().notNull(),
    subject: text('subject').notNull(),
    facts: jsonb('facts').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
    liftReason: text('lift_reason'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.subject] })],
)
