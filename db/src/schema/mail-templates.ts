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
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.templateId, t.version, t.language] })],
)
