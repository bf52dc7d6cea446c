import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** What a loop cannot do at present. */
export interface Trouble {
  queue: string
  /** The piece of work: a line's, schedule's or contact's id; empty: the loop itself. */
  subject: string
  /** The scenario it belongs to, where there is one. */
  flowId: string | null
  flowName: string | null
  since: Date
  times: number
  /** The reason in the machine's own words. */
  error: string
}

/**
 * What still fails in a workspace, the oldest first: at its last try, and nobody has done it since. Whoever blocks our
 * mail, complaints, lists that bounce, and providers that were away, are told of for a day.
 */
export const listTroubles = (scope: Scope | Tx): Promise<Trouble[]> =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<Trouble[]>`
      select t.queue, t.subject, t.flow_id as "flowId", f.name as "flowName", t.since, t.times, t.error
      from troubles t left join flows f on f.workspace_id = t.workspace_id and f.id = t.flow_id
      where t.workspace_id = ${workspaceId} and (t.rest_until > clock_timestamp() - interval '30 seconds'
        or t.queue in ('blocked', 'complaints', 'bounces', 'provider') and t.last_at > clock_timestamp() - interval '1 day')
      order by t.since limit 100`,
  )
