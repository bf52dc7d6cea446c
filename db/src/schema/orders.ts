import { bigint, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** What was bought. */
export const orders = pgTable(
  'orders',
  {
    workspaceId: uuid('workspace_id').notNull(),
    orderId: text('order_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    at: instant('at').notNull(),
    revenueCents: bigint('revenue_cents', { mode: 'number' }).notNull(),
    refundedCents: bigint('refunded_cents', { mode: 'number' }).notNull().default(byDatabase),
    currency: text('currency'),
    coupons: text('coupons').array().notNull().default(byDatabase),
    saidCents: bigint('said_cents', { mode: 'number' }),
    saidRefundedCents: bigint('said_refunded_cents', { mode: 'number' }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.orderId] })],
)

export const orderLines = pgTable(
  'order_lines',
  {
    workspaceId: uuid('workspace_id').notNull(),
    orderId: text('order_id').notNull(),
    line: integer('line').notNull(),
    productId: text('product_id'),
    title: text('title'),
    quantity: integer('quantity').notNull().default(byDatabase),
    priceCents: bigint('price_cents', { mode: 'number' }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.orderId, t.line] })],
)

/** What one unit of another currency is worth in the workspace's own. */
export const currencyRates = pgTable(
  'currency_rates',
  {
    workspaceId: uuid('workspace_id').notNull(),
    currency: text('currency').notNull(),
    rate: numeric('rate', { mode: 'number' }).notNull(),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.currency] })],
)
