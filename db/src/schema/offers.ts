import { bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Offers, and the codes given to people. */
export const offers = pgTable(
  'offers',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    key: text('key'),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    valueCents: bigint('value_cents', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    minimumCents: bigint('minimum_cents', { mode: 'number' }).notNull().default(byDatabase),
    validFor: text('valid_for').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const coupons = pgTable(
  'coupons',
  {
    workspaceId: uuid('workspace_id').notNull(),
    code: text('code').notNull(),
    offerId: uuid('offer_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    messageKey: text('message_key').notNull(),
    reservedAt: instant('reserved_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    shownAt: instant('shown_at'),
    usedAt: instant('used_at'),
    orderId: text('order_id'),
    releasedAt: instant('released_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.code] })],
)
