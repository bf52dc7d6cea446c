import { newId } from '@relance/core/id/ids'
import type { Tx } from '../connection/scope'
import type { ConsentChoice } from './read-traits'

export interface ConsentGiven extends ConsentChoice {
  /** `identify`, `import`, `api`, `unsubscribe`, `double-opt-in` … */
  source: string
  at: Date
}

/**
 * Records choices, with their proof. A choice older than the one that stands is kept as proof only.
 * The caller holds the contact.
 * @returns `consent:<channel>` for each that changed
 */
export async function recordConsents(
  tx: Tx,
  contactId: string,
  given: ConsentGiven[],
): Promise<string[]> {
  if (given.length === 0) return []
  const last = [...new Map(given.map((choice) => [choice.channel, choice])).values()]
  const rows = JSON.stringify(last.map((choice) => ({ ...choice, id: newId() })))
  const changed = await tx.sql<{ channel: string }[]>`
    with said as materialized (
      select * from json_to_recordset(${rows}::json) as s(id uuid, channel text, state text, source text, wording text, at timestamptz)
    ), before as materialized (
      select channel, state, at from consents where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}
    ), news as materialized (
      select s.* from said s left join before b using (channel) where b.channel is null or b.state <> s.state or b.at < s.at
    ), logged as (
      insert into consent_log (workspace_id, id, contact_id, channel, state, source, wording, at)
      select ${tx.workspaceId}, id, ${contactId}, channel, state, source, wording, at from news
    ), stands as (
      insert into consents (workspace_id, contact_id, channel, state, source, wording, at)
      select ${tx.workspaceId}, ${contactId}, channel, state, source, wording, at from news
      on conflict (workspace_id, contact_id, channel) do update
        set state = excluded.state, source = excluded.source, wording = excluded.wording, at = excluded.at
        where consents.at <= excluded.at
      returning channel, state
    )
    select t.channel from stands t left join before b using (channel) where b.state is distinct from t.state`
  return changed.map(({ channel }) => `consent:${channel}`)
}

/** Records one choice. */
export const recordConsent = (tx: Tx, contactId: string, choice: ConsentGiven): Promise<string[]> =>
  recordConsents(tx, contactId, [choice])
