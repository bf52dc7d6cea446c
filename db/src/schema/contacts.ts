import {
  bigint,
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

/** A person, the hot columns of their state, and what they are known by. */
export const contacts = pgTable(
  'contacts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    externalId: text('external_id'),
    email: text('email'),
    emailNormal: text('email_normal'),
    phone: text('phone'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    locale: text('locale'),
    timeZone: text('time_zone'),
    birthday: date('birthday'),
    traits: jsonb('traits').$type<Record<string, unknown>>().notNull().default(byDatabase),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    mergedInto: uuid('merged_into'),
    erasedAt: instant('erased_at'),
    referredBy: text('referred_by').generatedAlwaysAs(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const contactState = pgTable(
  'contact_state',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    createdAt: instant('created_at').notNull(),
    lastVisitAt: instant('last_visit_at'),
    lastOrderAt: instant('last_order_at'),
    lastOpenAt: instant('last_open_at'),
    lastClickAt: instant('last_click_at'),
    firstOrderAt: instant('first_order_at'),
    visitsCount: integer('visits_count').notNull().default(byDatabase),
    ordersCount: integer('orders_count').notNull().default(byDatabase),
    revenueCents: bigint('revenue_cents', { mode: 'number' }).notNull().default(byDatabase),
    usualVisitGapDays: doublePrecision('usual_visit_gap_days'),
    usualOrderGapDays: doublePrecision('usual_order_gap_days'),
    lastSection: text('last_section'),
    lastInteractionAt: instant('last_interaction_at').generatedAlwaysAs(byDatabase),
    gapDueAt: instant('gap_due_at'),
    basketRatio: doublePrecision('basket_ratio'),
    activeAt: instant('active_at').notNull().generatedAlwaysAs(byDatabase),
    orderGapDays: integer('order_gap_days').generatedAlwaysAs(byDatabase),
    knownAt: instant('known_at').notNull().default(byDatabase),
    satisfaction: smallint('satisfaction'),
    satisfactionAt: instant('satisfaction_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)

export const identities = pgTable(
  'identities',
  {
    workspaceId: uuid('workspace_id').notNull(),
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    contactId: uuid('contact_id').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
    tiedAt: instant('tied_at'),
    tiedBy: text('tied_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.value] })],
)

/** Who asked for whom to be forgotten. */
export const erasures = pgTable(
  'erasures',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: text('asked_by'),
    erasedAt: instant('erased_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)

/** Who was joined into whom, with what moved. */
export const contactMerges = pgTable(
  'contact_merges',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    fromId: uuid('from_contact_id').notNull(),
    intoId: uuid('into_contact_id').notNull(),
    at: instant('at').notNull(),
    storedAt: instant('stored_at').notNull().default(byDatabase),
    moved: jsonb('moved').$type<Record<string, unknown>>(),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
