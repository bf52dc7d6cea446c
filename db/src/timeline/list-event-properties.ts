import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** As many of the last events are looked at; what they carry is what a shop sends now. */
const LOOKED_AT = 500
/** Behind a newsletter's deliveries lie the shop's own events: so many are passed over at most. */
const LOOKED_THROUGH = 20_000

/**
 * Names of the simple properties that the last events carried, the most frequent first; at most 60. What became of our
 * own messages is left out: it carries nothing that a mail could say.
 */
export const listEventProperties = (scope: Scope): Promise<string[]> =>
  inTransaction(scope, async (tx) => {
    const rows = await tx.sql<{ name: string }[]>`
      with lately as materialized (
        select properties from (
          select properties from events where workspace_id = ${tx.workspaceId} order by id desc limit ${LOOKED_THROUGH}
        ) late where not properties ? 'message_id' limit ${LOOKED_AT}
      )
      select key as name from lately, jsonb_each(properties)
      where jsonb_typeof(value) in ('string', 'number') and key ~ '^[A-Za-z_][A-Za-z0-9_]*$'
      group by key order by count(*) desc, key limit 60`
    return rows.map(({ name }) => name)
  })
