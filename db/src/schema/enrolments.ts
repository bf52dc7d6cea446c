import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** One contact on one version, and what lies ready for it. */
export const enrolments = pgTable(
  'enrolments',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    contactId: uuid('contact_id').notNull(),
    entryKey: text('entry_key').notNull(),
    seed: text('seed').notNull(),
    state: text('state').notNull(),
    nodeId: text('node_id').notNull(),
    visit: integer('visit').notNull().default(byDatabase),
    path: jsonb('path').$type<Record<string, unknown>>().notNull().default(byDatabase),
    anchorAt: instant('anchor_at').notNull(),
    enteredAt: instant('entered_at').notNull(),
    enteredNodeAt: instant('entered_node_at').notNull(),
    dueAt: instant('due_at'),
    exitDueAt: instant('exit_due_at'),
    listens: text('listens').array().notNull().default(byDatabase),
    callId: uuid('call_id'),
    again: text('again'),
    heldBy: text('held_by'),
    error: jsonb('error').$type<Record<string, unknown>>(),
    entryData: jsonb('entry_data').$type<Record<string, unknown>>().notNull().default(byDatabase),
    bursts: integer('bursts').notNull().default(byDatabase),
    nudges: integer('nudges').notNull().default(byDatabase),
    nudgedAt: instant('nudged_at'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    endDetail: text('end_detail'),
    revenueCents: bigint('revenue_cents', { mode: 'number' }),
    firstMessageAt: instant('first_message_at'),
    nodeListens: text('node_listens').array().notNull().default(byDatabase),
    againAt: instant('again_at'),
    repliedAt: instant('replied_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const enrolmentInbox = pgTable(
  'enrolment_inbox',
  {
    workspaceId: uuid('workspace_id').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    eventId: uuid('event_id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    at: instant('at').notNull(),
    properties: jsonb('properties').$type<Record<string, unknown>>().notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    queuedAt: instant('queued_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.enrolmentId, t.eventId, t.key] })],
)

export const outbox = pgTable(
  'outbox',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    enrolmentId: uuid('enrolment_id').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
    kind: text('kind').notNull().default(byDatabase),
    leasedUntil: instant('leased_until').notNull().default(byDatabase),
    urgentAt: instant('urgent_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const calls = pgTable(
  'calls',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    nodeId: text('node_id').notNull(),
    visit: integer('visit').notNull(),
    request: jsonb('request').$type<Record<string, unknown>>().notNull(),
    state: text('state').notNull().default(byDatabase),
    result: jsonb('result').$type<Record<string, unknown>>(),
    attempts: integer('attempts').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
