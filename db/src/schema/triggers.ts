import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Time triggers: lines, who crossed them, and schedules. */
export const dueRules = pgTable(
  'due_rules',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    line: jsonb('line').$type<Record<string, unknown>>().notNull(),
    lateness: text('lateness').notNull(),
    watermark: instant('watermark').notNull(),
    since: instant('since').notNull(),
    cursorAt: instant('cursor_at'),
    cursorContact: uuid('cursor_contact'),
    retiredAt: instant('retired_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const dueQueue = pgTable(
  'due_queue',
  {
    workspaceId: uuid('workspace_id').notNull(),
    ruleId: uuid('rule_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    subject: text('subject').notNull().default(byDatabase),
    crossing: instant('crossing').notNull(),
    foundAt: instant('found_at').notNull().default(byDatabase),
    handledAt: instant('handled_at'),
    outcome: text('outcome'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.ruleId, t.contactId, t.subject, t.crossing] })],
)

export const intakes = pgTable(
  'intakes',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    ruleId: uuid('rule_id').notNull(),
    until: instant('until').notNull(),
    cursorAt: instant('cursor_at'),
    cursorContact: uuid('cursor_contact'),
    taken: integer('taken').notNull().default(byDatabase),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const schedules = pgTable(
  'schedules',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    rrule: text('rrule'),
    runningAt: instant('running_at'),
    cursorContact: uuid('cursor_contact'),
    nextAt: instant('next_at'),
    retiredAt: instant('retired_at'),
    ruleId: uuid('rule_id').notNull(),
    occursAt: instant('occurs_at'),
    wave: integer('wave').notNull().default(byDatabase),
    taken: integer('taken').notNull().default(byDatabase),
    pacedFrom: instant('paced_from'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
