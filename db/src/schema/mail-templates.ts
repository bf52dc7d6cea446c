import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** One language of a mail, as the editor shows it. */
export interface MailSource {
  subject: string
  preheader: string
  mjml: string
  text?: string
}

/** Mails as edited, and as compiled. */
export const mailTemplates = pgTable(
  'mail_templates',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    key: text('key'),
    name: text('name').notNull(),
    sources: jsonb('sources').$type<Record<string, MailSource>>().notNull(),
    latest: integer('latest').notNull().default(byDatabase),
    deletedAt: instant('deleted_at'),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const mailTemplateVersions = pgTable(
  'mail_template_versions',
  {
    workspaceId: uuid('workspace_id').notNull(),
    templateId: uuid('template_id').notNull(),
    version: integer('version').notNull(),
    language: text('language').notNull(),
    compiled: jsonb('compiled').$type<Record<string, unknown>>().notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
    source: jsonb('source').$type<MailSource>(),
    savedBy: text('saved_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.templateId, t.version, t.language] })],
)

/** Parts of mails that are written once and placed in many. */
export const mailBlocks = pgTable(
  'mail_blocks',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    sources: jsonb('sources').$type<Record<string, string>>().notNull(),
    version: integer('version').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** Which mails name which block. */
export const mailBlockUses = pgTable(
  'mail_block_uses',
  {
    workspaceId: uuid('workspace_id').notNull(),
    blockId: uuid('block_id').notNull(),
    templateId: uuid('template_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.blockId, t.templateId] })],
)
