import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** What a person agreed to, each change of it, and addresses never to be written to. */
export const consents = pgTable(
  'consents',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    state: text('state').notNull(),
    source: text('source').notNull(),
    wording: text('wording'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId, t.channel] })],
)

export const consentLog = pgTable(
  'consent_log',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    state: text('state').notNull(),
    source: text('source').notNull(),
    wording: text('wording'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** What a person has asked for on their own page. */
export const contactPreferences = pgTable(
  'contact_preferences',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    wantsLess: boolean('wants_less').notNull().default(byDatabase),
    pausedUntil: instant('paused_until'),
    topicsOff: text('topics_off').array().notNull().default(byDatabase),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)

export const suppressions = pgTable(
  'suppressions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    channel: text('channel').notNull(),
    addressHash: bytes('address_hash').notNull(),
    reason: text('reason').notNull(),
    createdAt: instant('created_at').notNull(),
    liftedAt: instant('lifted_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.channel, t.addressHash] })],
)
