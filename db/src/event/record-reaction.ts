import type { StoredEvent } from '@relance/core/event/event'
import type { Tx } from '../connection/scope'
import { LADDER_KEYS } from '../contact/contact-state'

/**
 * Notes the last open or click of an email; an earlier one than known changes nothing.
 * @returns the fields that changed
 */
export async function recordReaction(
  { sql, workspaceId }: Tx,
  contactId: string,
  { name, at }: StoredEvent,
): Promise<string[]> {
  const isOpen = name === 'Email Opened'
  const column = sql(isOpen ? 'last_open_at' : 'last_click_at')
  const changed = await sql`
    update contact_state set ${column} = ${at}
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and (${column} is null or ${column} < ${at})
    returning 1`
  if (changed.length === 0) return []
  return [
    isOpen ? 'field:lastOpenAt' : 'field:lastClickAt',
    'field:lastInteractionAt',
    ...LADDER_KEYS,
  ]
}
