import type { QueueName } from '@relance/core/words/queue-words'
import type { Sql } from '../connection/connect'

/** The oldest piece of work of one queue of one workspace. */
export interface QueueAge {
  workspaceId: string
  queue: QueueName
  /** Names that piece of work: another one means that the queue has moved. */
  head: string
  /** How long it has waited. */
  seconds: number
}

/** How long each queue's oldest work has waited; what is empty is left out. Of one workspace, or of all. */
export const queueAges = async (sql: Sql, workspaceId: string | null = null): Promise<QueueAge[]> =>
  sql<QueueAge[]>`
    select workspace_id as "workspaceId", queue, head, greatest(0, seconds) as seconds
    from (select * from queue_ages(${workspaceId}) union all select * from scheduled_act_ages(${workspaceId})) ages`
