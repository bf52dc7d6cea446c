import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** What lies in a contact’s cart. */
export const carts = pgTable(
  'carts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    cartId: text('cart_id').notNull(),
    lines: jsonb('lines').$type<Record<string, unknown>[]>().notNull().default(byDatabase),
    linesCount: integer('lines_count').notNull().default(byDatabase),
    valueCents: bigint('value_cents', { mode: 'number' }).notNull().default(byDatabase),
    currency: text('currency'),
    recoveryUrl: text('recovery_url'),
    state: text('state').notNull().default(byDatabase),
    lastActivityAt: instant('last_activity_at').notNull(),
    round: integer('round').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId, t.cartId] })],
)
