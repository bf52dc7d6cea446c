import type { EventWarning } from '@relance/core/event/event'
import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Dated facts, the work they cause, and the names and fields seen. */
export const events = pgTable(
  'events',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    messageId: text('message_id').notNull(),
    contactId: uuid('contact_id'),
    anonymousId: text('anonymous_id'),
    type: text('type').notNull(),
    name: text('name').notNull(),
    properties: jsonb('properties').$type<Record<string, unknown>>().notNull().default(byDatabase),
    context: jsonb('context').$type<Record<string, unknown>>().notNull().default(byDatabase),
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    storedAt: instant('stored_at').notNull().default(byDatabase),
    source: text('source').notNull(),
    warnings: jsonb('warnings').$type<EventWarning[]>().notNull().default(byDatabase),
    joins: uuid('joins').array().notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id, t.storedAt] })],
)

export const eventKeys = pgTable(
  'event_keys',
  {
    workspaceId: uuid('workspace_id').notNull(),
    messageId: text('message_id').notNull(),
    eventId: uuid('event_id').notNull(),
    storedAt: instant('stored_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.messageId] })],
)

export const eventQueue = pgTable(
  'event_queue',
  {
    workspaceId: uuid('workspace_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    eventId: uuid('event_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    storedAt: instant('stored_at').notNull().default(byDatabase),
    state: text('state').notNull().default(byDatabase),
    failures: integer('failures').notNull().default(byDatabase),
    error: text('error'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
)

export const eventNames = pgTable(
  'event_names',
  {
    workspaceId: uuid('workspace_id').notNull(),
    name: text('name').notNull(),
    firstAt: instant('first_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
)

export const contactFields = pgTable(
  'contact_fields',
  {
    workspaceId: uuid('workspace_id').notNull(),
    field: text('field').notNull(),
    kind: text('kind').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.field] })],
)
