import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Sendings to an audience, and who approved what they say and to whom they go. */
export const sendings = pgTable(
  'sendings',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    ruleId: uuid('rule_id').notNull(),
    at: instant('at').notNull(),
    waves: jsonb('waves').$type<Record<string, unknown>[]>().notNull(),
    total: integer('total').notNull(),
    queued: integer('queued').notNull().default(byDatabase),
    beganAt: instant('began_at').notNull(),
    queuedAt: instant('queued_at'),
    cancelledAt: instant('cancelled_at'),
    cancelled: integer('cancelled'),
    namesMissed: boolean('names_missed').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const sendingMissed = pgTable(
  'sending_missed',
  {
    workspaceId: uuid('workspace_id').notNull(),
    sendingId: uuid('sending_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sendingId, t.contactId] })],
)

export const flowApprovals = pgTable(
  'flow_approvals',
  {
    workspaceId: uuid('workspace_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    kind: text('kind').notNull(),
    digest: text('digest').notNull(),
    by: text('by'),
    approvedAt: instant('approved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.flowId, t.kind, t.digest] })],
)
