import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Pictures for mails; their bytes are kept elsewhere under the token. */
export const images = pgTable(
  'images',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    token: text('token').notNull(),
    name: text('name').notNull(),
    alt: text('alt').notNull(),
    format: text('format').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
