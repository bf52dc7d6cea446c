import type { SeenLeaf } from '@relance/core/rule/rule'
import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Every step and its reason. */
export const trace = pgTable(
  'trace',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    step: bigint('step', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    enrolmentId: uuid('enrolment_id'),
    flowId: uuid('flow_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    burst: integer('burst').notNull(),
    at: instant('at').notNull(),
    nodeId: text('node_id'),
    visit: integer('visit'),
    kind: text('kind').notNull(),
    exit: text('exit'),
    nextNode: text('next_node'),
    code: text('code').notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull().default(byDatabase),
    seen: jsonb('seen').$type<SeenLeaf[]>(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
