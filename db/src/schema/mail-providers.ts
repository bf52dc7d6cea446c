import type { MailProviderSettings } from '@relance/core/sender/mail-provider'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Who hands out a workspace's mails, in order. */
export const mailProviders = pgTable(
  'mail_providers',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    place: integer('place').notNull(),
    settings: jsonb('settings').$type<MailProviderSettings>().notNull(),
    secret: text('secret').notNull(),
    changedAt: instant('changed_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
