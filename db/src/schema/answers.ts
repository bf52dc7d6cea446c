import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './column-types'

/** What people answered to mails, each until a person has seen to it. */
export const answers = pgTable(
  'answers',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid('id').notNull(),
    contactId: uuid('contact_id').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    messageId: uuid('message_id').notNull(),
    fromAddress: text('from_address').notNull(),
    subject: text('subject').notNull(),
    said: text('said').notNull(),
    receivedAt: instant('received_at').notNull(),
    owner: text('owner'),
    doneAt: instant('done_at'),
    doneBy: text('done_by'),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
