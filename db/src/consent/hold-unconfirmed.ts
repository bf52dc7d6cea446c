import type { StoredEvent } from '@relance/core/event/event'
import { newId } from '@relance/core/id/ids'
import { CONSENT_REQUESTED } from '@relance/core/preference/consent-events'
import type { Tx } from '../connection/scope'
import type { ConsentGiven } from '../contact/record-consent'
import { recordEvent } from '../event/record-event'

/**
 * Where the workspace asks for a double yes, takes out of what an identify says a yes to emails that does not stand
 * already: it is kept as a request, and told of as `Consent Requested`. At most one request a day, for the write key is
 * public and nobody's mailbox may be filled with it. What a file says was agreed to elsewhere. The caller holds the
 * contact.
 * @returns what counts at once
 */
export async function holdUnconfirmed(
  tx: Tx,
  contactId: string,
  given: ConsentGiven[],
  { source }: StoredEvent,
): Promise<ConsentGiven[]> {
  const yes = given.find(({ channel, state }) => channel === 'email' && state === 'given')
  if (!yes || source === 'import' || !(await wantsConfirmation(tx, contactId))) return given
  const { at, wording = null } = yes
  const asked = await tx.sql`
    insert into consent_log (workspace_id, id, contact_id, channel, state, source, wording, at)
    select ${tx.workspaceId}, ${newId()}, ${contactId}, 'email', 'asked', ${yes.source}, ${wording}, ${at}
    where not exists (
      select 1 from consent_log l where l.workspace_id = ${tx.workspaceId} and l.contact_id = ${contactId}
        and l.channel = 'email' and l.state = 'asked' and l.at > ${at}::timestamptz - interval '1 day')
    returning 1`
  if (asked.length > 0) {
    const properties = { channel: 'email', ...(wording && { wording }) }
    await recordEvent(tx, { contactId, name: CONSENT_REQUESTED, properties, at })
  }
  return given.filter((choice) => choice !== yes)
}

async function wantsConfirmation({ sql, workspaceId }: Tx, contactId: string): Promise<boolean> {
  const rows = await sql`
    select 1 from workspaces w
    where w.id = ${workspaceId} and w.settings #>> '{preferences,doubleOptIn}' = 'true' and not exists (
      select 1 from consents n
      where n.workspace_id = w.id and n.contact_id = ${contactId} and n.channel = 'email' and n.state = 'given')`
  return rows.length > 0
}
