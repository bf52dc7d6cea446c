import type { Sql } from '../connection/connect'

/** Makes the partitions of the events of this month and the next two, where they are missing. */
export const makeEventPartitions = async (sql: Sql): Promise<void> =>
  void (await sql`select ensure_event_partitions(2)`)
