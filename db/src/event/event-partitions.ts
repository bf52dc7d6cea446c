import type { Sql } from '../connection/connect'

/** Makes the partitions of the events of this month and the next two, and forgets message ids of over 90 days. */
export const keepEvents = async (sql: Sql): Promise<void> => void (await sql`select keep_events()`)
