import type postgres from 'postgres'
import type { Tx } from '../connection/scope'

type Part = postgres.PendingQuery<postgres.Row[]>

/** Where a row stands among all that are dealt out, evenly and each time alike: 0 for the first, below 1 for the last. */
export const shareOf = ({ sql }: Tx, order: Part): Part =>
  sql`(row_number() over (order by ${order}, id) - 1)::float / count(*) over ()`

/** The instant of `late.share` in a while (ISO duration) from `now` on. To the millisecond: clocks stop at none finer. */
export const dealt = ({ sql }: Tx, now: Date, over: string): Part =>
  sql`date_trunc('milliseconds', ${now}::timestamptz + late.share * ${over}::interval)`
