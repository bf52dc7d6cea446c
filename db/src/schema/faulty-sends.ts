import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types'

/** Steps that stand still because they repeated themselves, and apologies for what went wrong. */
export const repeatAlarms = pgTable(
  'repeat_alarms',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    nodeId: text('node_id').notNull(),
    templateId: uuid('template_id').notNull(),
    raisedAt: instant('raised_at').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const apologies = pgTable(
  'apologies',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    nodeId: text('node_id').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
    whom: text('whom').notNull(),
    sentBy: uuid('sent_by').notNull(),
    leftOut: jsonb('left_out').$type<Record<string, number>>().notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const apologyPeople = pgTable(
  'apology_people',
  {
    workspaceId: uuid('workspace_id').notNull(),
    apologyId: uuid('apology_id').notNull(),
    contactId: uuid('contact_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.apologyId, t.contactId] })],
)

export const apologyLeftOut = pgTable(
  'apology_left_out',
  {
    workspaceId: uuid('workspace_id').notNull(),
    apologyId: uuid('apology_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.apologyId, t.contactId] })],
)

/** Whom a person answers after a faulty send. */
export const supportCases = pgTable(
  'support_cases',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    nodeId: text('node_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: text('opened_by'),
    doneAt: instant('done_at'),
    doneBy: text('done_by'),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
