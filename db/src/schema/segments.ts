import type { Rule } from '@relance/core/rule/rule'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Saved rules, who satisfies them, and who is to be asked again. */
export const segments = pgTable(
  'segments',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    rule: jsonb('rule').$type<Rule>().notNull(),
    listens: text('listens').array().notNull(),
    revision: integer('revision').notNull().default(byDatabase),
    work: text('work'),
    cursorContact: uuid('cursor_contact'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const segmentMembers = pgTable(
  'segment_members',
  {
    workspaceId: uuid('workspace_id').notNull(),
    segmentId: uuid('segment_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.segmentId, t.contactId] })],
)

export const segmentDue = pgTable(
  'segment_due',
  {
    workspaceId: uuid('workspace_id').notNull(),
    segmentId: uuid('segment_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.segmentId, t.contactId] })],
)

export const segmentChecks = pgTable(
  'segment_checks',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    key: text('key').notNull(),
    storedAt: instant('stored_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId, t.key] })],
)
