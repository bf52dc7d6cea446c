import type postgres from 'postgres'
import type { Tx } from '../connection/scope'
import type { Page, PageRequest } from '../page/page'
import { latestFirst, pageOfLatest } from './latest-first'
import { type Named, nameRows } from './name-rows'

interface Counted {
  id: string
  at: Date
  contactId: string
  /** The mail that it is about; null: none was asked for. */
  messageId: string | null
  reason: string | null
}

/** One person or mail that a figure counts. */
export type CountedRow = Named<Counted>

export interface CountedRows extends Page<CountedRow> {
  /** Of the whole list: as many as the figure says. */
  count: number
}

/**
 * The rows of a query, the latest first, named, and how many they are in all.
 * @param counted its columns: id (text), at, contact_id, message_id, reason
 */
export async function listCounted(
  tx: Tx,
  counted: postgres.PendingQuery<postgres.Row[]>,
  asked: PageRequest,
): Promise<CountedRows> {
  const rows = await tx.sql<(Counted & { count: number })[]>`
    with counted as materialized (${counted}), total as materialized (select count(*)::int as count from counted),
      ${latestFirst(tx, asked)}
    select t.count, p.id, p.shown_at as at, p.contact_id as "contactId", p.message_id as "messageId", p.reason
    from total t left join page p on true
    order by p.shown_at desc, p.id desc`
  const { items, next } = pageOfLatest(rows, asked.limit)
  const named = await nameRows(
    tx,
    items.map(({ count, ...row }) => row),
  )
  return { items: named, next, count: rows[0]?.count ?? 0 }
}
