import type { StoredEvent } from '@relance/core/event/event'
import { preferencesChange } from '@relance/core/preference/preferences'
import type { Tx } from '../connection/scope'
import { recordConsents } from '../contact/record-consent'

/**
 * Takes in what somebody chose on their own page; of an earlier choice than the one that stands, nothing. What is
 * held for a pause that is over is asked about again at once. The caller holds the contact.
 * @returns `consent:<channel>` for each that changed
 */
export async function applyPreferences(
  tx: Tx,
  contactId: string,
  { source, properties, at }: StoredEvent,
  now: Date,
): Promise<string[]> {
  const said = preferencesChange.safeParse(properties).data
  // A client's event of the same name speaks for nobody: its key is public.
  if (source !== 'tracking' || !said) return []
  const { sql, workspaceId } = tx
  const stands = await sql`
    insert into contact_preferences (workspace_id, contact_id, wants_less, paused_until, topics_off, changed_at)
    values (${workspaceId}, ${contactId}, ${said.wantsLess}, ${said.pausedUntil}, ${said.topicsOff}, ${at})
    on conflict (workspace_id, contact_id) do update set wants_less = excluded.wants_less,
      paused_until = excluded.paused_until, topics_off = excluded.topics_off, changed_at = excluded.changed_at
      where contact_preferences.changed_at <= excluded.changed_at
    returning 1`
  if (stands.length === 0) return []
  await sql`
    update messages set retry_at = ${now}
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and state = 'queued' and held_by = 'on-pause'
      and retry_at > ${now}`
  const given = Object.entries(said.channels).map(([channel, allowed]) => ({
    ...{ channel, at, source: 'preferences' },
    state: allowed ? ('given' as const) : ('refused' as const),
  }))
  return recordConsents(tx, contactId, given)
}
