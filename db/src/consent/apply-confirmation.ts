import type { StoredEvent } from '@relance/core/event/event'
import { CONFIRMABLE_DAYS } from '@relance/core/preference/consent-events'
import type { Tx } from '../connection/scope'
import { recordConsents } from '../contact/record-consent'

/**
 * A yes to emails was confirmed by the link of a mail: it counts from now on, with the wording that was asked about.
 * Without a request of the last 30 days nothing is taken. The caller holds the contact.
 * @returns `consent:email` where that changed
 */
export async function applyConfirmation(
  tx: Tx,
  contactId: string,
  { source, at }: StoredEvent,
): Promise<string[]> {
  // A client's event of the same name confirms nothing: its key is public.
  if (source !== 'tracking') return []
  const [asked] = await tx.sql<{ wording: string | null }[]>`
    select wording from consent_log
    where workspace_id = ${tx.workspaceId} and contact_id = ${contactId} and channel = 'email' and state = 'asked'
      and at > ${at}::timestamptz - make_interval(days => ${CONFIRMABLE_DAYS})
    order by at desc limit 1`
  if (!asked) return []
  return recordConsents(tx, contactId, [
    { channel: 'email', state: 'given', source: 'double-opt-in', wording: asked.wording, at },
  ])
}
