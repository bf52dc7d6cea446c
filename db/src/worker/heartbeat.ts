import type { Sql } from '../connection/connect'
import type { WorkerFigures } from './worker-figures'

/** Says that a worker lives, and what it has seen of late; its claims stay its own while it does. Machine time, always the database's. */
export const heartbeat = async (
  sql: Sql,
  workerId: string,
  figures?: WorkerFigures,
): Promise<void> =>
  void (await sql`
    insert into workers (id, figures) values (${workerId}, ${JSON.stringify(figures ?? {})})
    on conflict (id) do update set beat_at = clock_timestamp(), figures = excluded.figures`)

/** Which workspaces have work, by loop; nothing of a customer is seen here. */
export const workWaiting = async (sql: Sql): Promise<{ workspaceId: string; queue: string }[]> =>
  sql<
    { workspaceId: string; queue: string }[]
  >`select workspace_id as "workspaceId", queue from work_waiting()
    union all select workspace_id, 'backtest' from backtests_waiting()
    union all select workspace_id, 'act' from scheduled_acts_waiting()`
