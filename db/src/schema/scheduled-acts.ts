import type { Draft } from '@relance/core/graph/draft'
import type { Plan } from '@relance/core/plan/plan'
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { StartChoices } from '../scheduled-act/scheduled-act'
import { instant } from './column-types'

/** Drafts that are to go live by themselves, and scenarios that are to end, with what became of it. */
export const scheduledActs = pgTable(
  'scheduled_acts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    act: text('act').$type<'start' | 'end'>().notNull(),
    at: instant('at').notNull(),
    people: text('people').$type<'finish' | 'move' | 'leave'>().notNull(),
    draft: jsonb('draft').$type<Draft>(),
    plan: jsonb('plan').$type<Plan>(),
    choices: jsonb('choices').$type<StartChoices>(),
    madeBy: text('made_by'),
    madeAt: instant('made_at').notNull(),
    outcome: text('outcome').$type<'done' | 'cancelled' | 'failed'>(),
    endedBy: text('ended_by'),
    endedAt: instant('ended_at'),
    failure: jsonb('failure').$type<Record<'en' | 'fr', string>>(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
