import { doublePrecision, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types'

/** How likely each customer is to order again. */
export const contactReturns = pgTable(
  'contact_returns',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    recency: integer('recency').notNull(),
    frequency: integer('frequency').notNull(),
    chance: doublePrecision('chance').notNull(),
    rank: integer('rank'),
    asOf: instant('as_of').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)
