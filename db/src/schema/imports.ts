import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { byDatabase, bytes, instant } from './column-types'

/** Files of contacts, orders, products and events. */
export const imports = pgTable(
  'imports',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    mapping: jsonb('mapping').$type<Record<string, string>>().notNull().default(byDatabase),
    fileName: text('file_name'),
    state: text('state').notNull().default(byDatabase),
    totalBytes: bigint('total_bytes', { mode: 'number' }).notNull().default(byDatabase),
    read: integer('read').notNull().default(byDatabase),
    taken: integer('taken').notNull().default(byDatabase),
    refused: integer('refused').notNull().default(byDatabase),
    error: text('error'),
    createdAt: instant('created_at').notNull().default(byDatabase),
    finishedAt: instant('finished_at'),
    reader: uuid('reader'),
    onDuplicate: text('on_duplicate'),
    encoding: text('encoding').default(byDatabase),
    readBytes: bigint('read_bytes', { mode: 'number' }).notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const importChunks = pgTable(
  'import_chunks',
  {
    workspaceId: uuid('workspace_id').notNull(),
    importId: uuid('import_id').notNull(),
    n: integer('n').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.n] })],
)

export const importRefusals = pgTable(
  'import_refusals',
  {
    workspaceId: uuid('workspace_id').notNull(),
    importId: uuid('import_id').notNull(),
    row: integer('row').notNull(),
    columnName: text('column_name'),
    code: text('code').notNull(),
    message: text('message').notNull(),
    id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    value: text('value'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.id] })],
)

/** Whom a file of contacts made known. */
export const importPeople = pgTable(
  'import_people',
  {
    workspaceId: uuid('workspace_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    importId: uuid('import_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.contactId] })],
)

/** The first mails to the people of each import. */
export const importSends = pgTable(
  'import_sends',
  {
    workspaceId: uuid('workspace_id').notNull(),
    importId: uuid('import_id').notNull(),
    messageId: uuid('message_id').notNull(),
    hardAt: instant('hard_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.messageId] })],
)
