import type { Tx } from '../connection/scope'

interface Person {
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
}
const UNKNOWN: Person = { externalId: null, email: null, firstName: null, lastName: null }

/** What somebody did, or what happened to them, because of a message. */
interface OfMessage {
  contactId: string
  messageId: string | null
}

/** A row with who it is of, and what the message was called. */
export type Named<Row extends OfMessage> = Row & Person & { subject: string | null }

/** Names the rows of a list, in its order; whoever is forgotten since has no name. */
export async function nameRows<Row extends OfMessage>(
  { sql, workspaceId }: Tx,
  rows: Row[],
): Promise<Named<Row>[]> {
  const contacts = await sql<(Person & { id: string })[]>`
    select id, external_id as "externalId", email, first_name as "firstName", last_name as "lastName" from contacts
    where workspace_id = ${workspaceId} and id = any(${rows.map(({ contactId }) => contactId)}::uuid[])`
  const messages = await sql<{ id: string; subject: string | null }[]>`
    select id, subject from messages
    where workspace_id = ${workspaceId} and id = any(${rows.flatMap(({ messageId }) => messageId ?? [])}::uuid[])`
  const people = new Map(contacts.map(({ id, ...person }) => [id, person]))
  const subjects = new Map(messages.map(({ id, subject }) => [id, subject]))
  return rows.map((row) => ({
    ...row,
    ...(people.get(row.contactId) ?? UNKNOWN),
    subject: (row.messageId && subjects.get(row.messageId)) || null,
  }))
}
