import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Where shops publish their catalogues. */
export const catalogueFeeds = pgTable('catalogue_feeds', {
  workspaceId: uuid('workspace_id').primaryKey().notNull(),
  url: text('url').notNull(),
  everyHours: integer('every_hours').notNull().default(byDatabase),
  nextAt: instant('next_at').notNull().default(byDatabase),
  fetchedAt: instant('fetched_at'),
  importId: uuid('import_id'),
  errorCode: text('error_code'),
  errorDetail: text('error_detail'),
  digest: text('digest'),
})
