import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { MessageState } from '../message/message'

/** What became of the mails that steps asked for in a span of machine time. */
export interface MailResult {
  state: MessageState
  /** Why it was not sent, or is tried again; null where there is nothing to say. */
  reason: string | null
  mails: number
}

/** Mails asked for in the last `hours` of machine time, by what became of them; the most first. */
export const mailResults = (scope: Scope | Tx, hours: number): Promise<MailResult[]> =>
  inTransaction(
    scope,
    async ({ sql, workspaceId }) => sql<MailResult[]>`
      select state, case when state <> 'sent' then reason end as reason, count(*)::int as mails from messages
      where workspace_id = ${workspaceId} and id >= ${firstIdSince(sql, hours)}
      group by 1, 2 order by 3 desc, 1, 2`,
  )

/** The least id that can have been made since: ours begin with their millisecond (UUIDv7), so no index more is needed. */
const firstIdSince = (sql: Tx['sql'], hours: number) => sql`(
  lpad(to_hex((extract(epoch from clock_timestamp() - make_interval(hours => ${hours})) * 1000)::bigint), 12, '0')
  || '70008000000000000000')::uuid`
