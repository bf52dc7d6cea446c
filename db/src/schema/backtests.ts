import type { Plan } from '@relance/core/plan/plan'
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { BacktestFigures, Shift } from '../backtest/backtest'
import { byDatabase, instant } from './column-types'

/** What a drawing would have done in a past time. */
export const backtests = pgTable(
  'backtests',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    flowId: uuid('flow_id').notNull(),
    plan: jsonb('plan').$type<Plan>().notNull(),
    state: text('state').notNull().default(byDatabase),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    contactIds: uuid('contact_ids').array(),
    concerned: integer('concerned'),
    done: integer('done').notNull().default(byDatabase),
    figures: jsonb('figures').$type<BacktestFigures>().notNull().default(byDatabase),
    nodeId: text('node_id'),
    compared: jsonb('compared').$type<Plan>(),
    comparedFigures: jsonb('compared_figures').$type<BacktestFigures>(),
    shift: jsonb('shift').$type<Shift>(),
    error: text('error'),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull().default(byDatabase),
    computedAt: instant('computed_at'),
    leasedUntil: instant('leased_until').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
