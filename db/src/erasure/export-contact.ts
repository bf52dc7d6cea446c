import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { getContact } from '../contact/get-contact'
import { type KeptBodies, keptBodies, sentBodies } from '../message/sent-content'
import { type ContactTable, contactTables } from './contact-tables'

const PAGE_ROWS = 500

/** Tables that hang on another one which names the contact. */
const HANGING = [
  {
    name: 'order_lines',
    by: 'order_id',
    parent: 'orders',
    of: 'order_id',
    key: ['order_id', 'line'],
  },
  {
    name: 'message_attempts',
    by: 'message_id',
    parent: 'messages',
    of: 'id',
    key: ['message_id', 'id'],
  },
  { name: 'calls', by: 'enrolment_id', parent: 'enrolments', of: 'id', key: ['id'] },
]

/**
 * Everything kept about one contact, as pieces of one JSON document: the record, then the rows of every table that
 * names them, or what hangs on those. Read in short transactions, so a long history holds nothing up.
 * @throws AppError not-found, with the first piece
 */
export async function* exportContact(scope: Scope, contactId: string): AsyncGenerator<string> {
  const contact = await getContact(scope, contactId)
  const { ids, tables } = await inTransaction(scope, async (tx) => ({
    ids: await allIdsOf(tx, contact.id),
    tables: await contactTables(tx),
  }))
  yield `{"contact":${JSON.stringify(contact)}`
  for (const table of tables)
    yield* list(table.name, (offset) =>
      inTransaction(scope, (tx) => rowsOf(tx, table, ids, offset)),
    )
  for (const hanging of HANGING)
    yield* list(hanging.name, (offset) =>
      inTransaction(scope, (tx) => hangingRows(tx, hanging, ids, offset)),
    )
  yield* list('message_contents', (offset) =>
    inTransaction(scope, (tx) => contentRows(tx, ids, offset)),
  )
  yield '}'
}

/** The record itself and those that were joined into it. */
async function allIdsOf({ sql, workspaceId }: Tx, contactId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from contacts where workspace_id = ${workspaceId} and (id = ${contactId} or merged_into = ${contactId})`
  return rows.map(({ id }) => id)
}

/** `,"name":[…]`, a page of rows at a time. */
async function* list(
  name: string,
  page: (offset: number) => Promise<{ row: string }[]>,
): AsyncGenerator<string> {
  yield `,${JSON.stringify(name)}:[`
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const rows = await page(offset)
    if (rows.length > 0) yield `${offset > 0 ? ',' : ''}${rows.map(({ row }) => row).join(',')}`
    if (rows.length < PAGE_ROWS) break
  }
  yield ']'
}

/** Values of a row as they stand in the database; the workspace is the reader's own. */
const asJson = ({ sql }: Tx) => sql`(to_jsonb(t) - 'workspace_id')::text as row`

const rowsOf = async (
  tx: Tx,
  { name, columns, key }: ContactTable,
  ids: string[],
  offset: number,
) => {
  const { sql, workspaceId } = tx
  const named = columns
    .map((column) => sql`${sql(column)} = any(${ids}::uuid[])`)
    .reduce((one, other) => sql`${one} or ${other}`)
  return sql<{ row: string }[]>`
    select ${asJson(tx)} from ${sql(name)} t where workspace_id = ${workspaceId} and (${named})
    order by ${sql(key)} limit ${PAGE_ROWS} offset ${offset}`
}

const hangingRows = async (
  tx: Tx,
  { name, by, parent, of, key }: (typeof HANGING)[number],
  ids: string[],
  offset: number,
) => {
  const { sql, workspaceId } = tx
  return sql<{ row: string }[]>`
    select ${asJson(tx)} from ${sql(name)} t where workspace_id = ${workspaceId} and ${sql(by)} in (
      select ${sql(of)} from ${sql(parent)} where workspace_id = ${workspaceId} and contact_id = any(${ids}::uuid[]))
    order by ${sql(key)} limit ${PAGE_ROWS} offset ${offset}`
}

/** Mails as they were sent, however they are kept. */
const contentRows = async (tx: Tx, ids: string[], offset: number) => {
  const { sql, workspaceId } = tx
  const rows = await sql<(KeptBodies & { message_id: string; subject: string })[]>`
    select t.message_id, t.subject, ${keptBodies(tx)} from message_contents t
    where t.workspace_id = ${workspaceId} and t.message_id in (
      select id from messages where workspace_id = ${workspaceId} and contact_id = any(${ids}::uuid[]))
    order by t.message_id limit ${PAGE_ROWS} offset ${offset}`
  return rows.map(({ message_id, subject, ...kept }) => {
    const { html, text } = sentBodies(kept)
    return { row: JSON.stringify({ message_id, subject, html, body_text: text }) }
  })
}
