import type { Sql } from '../connection/connect'

/** Seconds of machine time since the last heartbeat of any worker; null where none has ever run. */
export async function secondsSinceBeat(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ seconds: number | null }[]>`
    select extract(epoch from clock_timestamp() - max(beat_at))::float as seconds from workers`
  return row?.seconds ?? null
}
