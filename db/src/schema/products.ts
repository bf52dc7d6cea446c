import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** The catalogue. */
export const products = pgTable(
  'products',
  {
    workspaceId: uuid('workspace_id').notNull(),
    productId: text('product_id').notNull(),
    title: text('title').notNull(),
    url: text('url'),
    imageUrl: text('image_url'),
    category: text('category'),
    brand: text('brand'),
    creator: text('creator'),
    priceCents: bigint('price_cents', { mode: 'number' }),
    currency: text('currency'),
    stock: integer('stock'),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
    firstAt: instant('first_at').notNull().default(byDatabase),
    replenishable: boolean('replenishable'),
    complements: text('complements').array().notNull().default(byDatabase),
    learntAt: instant('learnt_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.productId] })],
)
