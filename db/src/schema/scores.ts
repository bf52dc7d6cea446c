import type { RfmFigures } from '@relance/core/score/rfm-figures'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

const cents = (name: string) => bigint(name, { mode: 'number' })

/** Who is scored how, against what, and since when. */
export const scoreBuilds = pgTable(
  'score_builds',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    asOf: instant('as_of').notNull(),
    pinned: boolean('pinned').notNull(),
    state: text('state').notNull().default(byDatabase),
    reader: uuid('reader'),
    figures: jsonb('figures').$type<RfmFigures>(),
    error: text('error'),
    createdAt: instant('created_at').notNull().default(byDatabase),
    finishedAt: instant('finished_at'),
    staged: integer('staged'),
    appliedTo: uuid('applied_to'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const scoreState = pgTable('score_state', {
  workspaceId: uuid('workspace_id').primaryKey(),
  buildId: uuid('build_id'),
  nextAt: instant('next_at').notNull(),
})

export const contactScores = pgTable(
  'contact_scores',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    lastOrderAt: instant('last_order_at').notNull(),
    orders: integer('orders').notNull(),
    revenueCents: cents('revenue_cents').notNull(),
    r: smallint('r').notNull(),
    f: smallint('f').notNull(),
    m: smallint('m').notNull(),
    percentile: doublePrecision('percentile').notNull(),
    scoredAt: instant('scored_at').notNull(),
    liveBuild: uuid('live_build'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)

export const scoreHistory = pgTable(
  'score_history',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    at: instant('at').notNull(),
    r: smallint('r').notNull(),
    f: smallint('f').notNull(),
    m: smallint('m').notNull(),
    percentile: doublePrecision('percentile').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId, t.at] })],
)

export const scoreStaging = pgTable(
  'score_staging',
  {
    workspaceId: uuid('workspace_id').notNull(),
    buildId: uuid('build_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    lastOrderAt: instant('last_order_at'),
    orders: integer('orders'),
    revenueCents: cents('revenue_cents'),
    r: smallint('r'),
    f: smallint('f'),
    m: smallint('m'),
    percentile: doublePrecision('percentile'),
    seenOrders: integer('seen_orders'),
    seenRevenueCents: cents('seen_revenue_cents'),
    seenR: smallint('seen_r'),
    seenF: smallint('seen_f'),
    seenM: smallint('seen_m'),
    seenPercentile: doublePrecision('seen_percentile'),
    seenAt: instant('seen_at'),
    seenLiveBuild: uuid('seen_live_build'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.buildId, t.contactId] })],
)

export const scoreSteps = pgTable(
  'score_steps',
  {
    workspaceId: uuid('workspace_id').notNull(),
    buildId: uuid('build_id').notNull(),
    total: integer('total').notNull(),
    revenueCents: cents('revenue_cents').notNull(),
    lastOrderOn: date('last_order_on').notNull(),
    percentile: doublePrecision('percentile').notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.buildId, t.total, t.revenueCents, t.lastOrderOn],
    }),
  ],
)

export const orderLatencies = pgTable(
  'order_latencies',
  {
    workspaceId: uuid('workspace_id').notNull(),
    rank: integer('rank').notNull(),
    cases: integer('cases').notNull(),
    meanDays: doublePrecision('mean_days').notNull(),
    medianDays: doublePrecision('median_days').notNull(),
    p80Days: doublePrecision('p80_days').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.rank] })],
)
