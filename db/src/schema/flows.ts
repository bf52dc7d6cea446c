import type { Graph, Positions } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Plan } from '@relance/core/plan/plan'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Scenarios as drawn and as published. */
export const flows = pgTable(
  'flows',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    status: text('status').notNull().default(byDatabase),
    graph: jsonb('graph').$type<Graph>().notNull(),
    positions: jsonb('positions').$type<Positions>().notNull().default(byDatabase),
    settings: jsonb('settings').$type<FlowSettings>().notNull(),
    revision: integer('revision').notNull().default(byDatabase),
    latest: integer('latest').notNull().default(byDatabase),
    liveVersion: integer('live_version'),
    resume: jsonb('resume').$type<Record<string, unknown>>(),
    pausedAt: instant('paused_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by'),
    templateKey: text('template_key'),
    editedBy: text('edited_by'),
    editedAt: instant('edited_at').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const flowVersions = pgTable(
  'flow_versions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    plan: jsonb('plan').$type<Plan>().notNull(),
    graph: jsonb('graph').$type<Graph>().notNull(),
    positions: jsonb('positions').$type<Positions>().notNull(),
    settings: jsonb('settings').$type<FlowSettings>().notNull(),
    publishedBy: text('published_by'),
    publishedAt: instant('published_at').notNull(),
    note: text('note'),
    scheduledAt: instant('scheduled_at'),
    priority: integer('priority').notNull().generatedAlwaysAs(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.flowId, t.version] })],
)
