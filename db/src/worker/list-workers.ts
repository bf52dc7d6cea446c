import type { Sql } from '../connection/connect'
import { type WorkerFigures, workerFigures } from './worker-figures'

/** A worker that was heard of in the last day. */
export interface SeenWorker {
  id: string
  startedAt: Date
  /** Seconds of machine time since it last said that it lives. */
  beatAge: number
  /** Null where it has not told any yet. */
  figures: WorkerFigures | null
}

/** Workers heard of in the last day, the latest first. */
export async function listWorkers(sql: Sql): Promise<SeenWorker[]> {
  const rows = await sql<(Omit<SeenWorker, 'figures'> & { figures: unknown })[]>`
    select id, started_at as "startedAt", figures,
      greatest(0, extract(epoch from clock_timestamp() - beat_at))::float as "beatAge"
    from workers where beat_at > clock_timestamp() - interval '1 day' order by beat_at desc limit 100`
  return rows.map((row) => ({ ...row, figures: workerFigures.safeParse(row.figures).data ?? null }))
}

/** Forgets workers silent for a week: each start is another one. */
export const forgetWorkers = async (sql: Sql): Promise<void> =>
  void (await sql`delete from workers where beat_at < clock_timestamp() - interval '7 days'`)
