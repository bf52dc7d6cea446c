import type { GateLook } from '@relance/core/gate/gate-look'
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** One thing for one contact on one channel. */
export const messages = pgTable(
  'messages',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer('version').notNull(),
    nodeId: text('node_id').notNull(),
    visit: integer('visit').notNull(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    templateId: uuid('template_id').notNull(),
    templateVersion: integer('template_version').notNull(),
    locale: text('locale').notNull(),
    offerId: uuid('offer_id'),
    couponCode: text('coupon_code'),
    service: boolean('service').notNull().default(byDatabase),
    address: text('address'),
    addressHash: bytes('address_hash'),
    subject: text('subject'),
    state: text('state').notNull(),
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(byDatabase),
    whenHeld: text('when_held').notNull().default(byDatabase),
    sendAt: instant('send_at').notNull(),
    retryAt: instant('retry_at'),
    expiresAt: instant('expires_at').notNull(),
    claimId: uuid('claim_id'),
    workerId: uuid('worker_id'),
    claimedAt: instant('claimed_at'),
    gatedAt: instant('gated_at'),
    queuedAt: instant('queued_at').notNull(),
    sentAt: instant('sent_at'),
    gate: jsonb('gate').$type<GateLook[]>().notNull().default(byDatabase),
    heldBy: text('held_by'),
    typology: text('typology').notNull().default(byDatabase),
    dueAt: instant('due_at').notNull().generatedAlwaysAs(byDatabase),
    bounceClass: text('bounce_class'),
    bouncedAt: instant('bounced_at'),
    placedAt: instant('placed_at'),
    mode: text('mode').notNull().default(byDatabase),
    actedAt: instant('acted_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const messageContents = pgTable(
  'message_contents',
  {
    workspaceId: uuid('workspace_id').notNull(),
    messageId: uuid('message_id').notNull(),
    subject: text('subject').notNull(),
    html: text('html'),
    bodyText: text('body_text'),
    packed: bytes('packed'),
    wordsId: uuid('words_id'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.messageId] })],
)

/** What mails were packed against, by its hash. */
export const contentWords = pgTable(
  'content_words',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    words: text('words').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const messageAttempts = pgTable(
  'message_attempts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    messageId: uuid('message_id').notNull(),
    startedAt: instant('started_at').notNull().default(byDatabase),
    finishedAt: instant('finished_at'),
    accepted: boolean('accepted'),
    code: text('code'),
    response: text('response'),
    provider: text('provider'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
