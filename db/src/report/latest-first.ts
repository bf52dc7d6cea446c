import type { Tx } from '../connection/scope'
import { type Page, type PageRequest, pageOf, readCursor } from '../page/page'

/** A part of the rows `counted`, which have `id` and `at`, as an expression `page`: the latest first, told by `shown_at`. */
export function latestFirst({ sql }: Tx, { cursor, limit }: PageRequest) {
  const after = readCursor(cursor, 2)
  return sql`
    page as (
      -- A cursor tells milliseconds.
      select counted.*, date_trunc('milliseconds', at) as shown_at from counted
      ${after ? sql`where (date_trunc('milliseconds', at), id) < (${String(after[0])}::timestamptz, ${String(after[1])})` : sql``}
      order by date_trunc('milliseconds', at) desc, id desc limit ${limit + 1}
    )`
}

/** The page that rows read by `latestFirst` are; where the list is empty its sums come with a row without an id. */
export const pageOfLatest = <Row extends { id: string | null; at: Date }>(
  rows: Row[],
  limit: number,
): Page<Row> =>
  pageOf(
    rows.filter(({ id }) => id !== null),
    limit,
    ({ at, id }) => [at.toISOString(), String(id)],
  )
