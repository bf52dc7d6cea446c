import { batched } from '../connection/batched'
import { LADDER_KEYS } from '../contact/contact-state'

/** That somebody has opened or clicked an email. */
export interface Reaction {
  contactId: string
  name: 'Email Opened' | 'Email Link Clicked'
  at: Date
}

/**
 * Notes the last open or click of an email; an earlier one than known changes nothing. One of a contact at a time.
 * @returns the fields that changed
 */
export const recordReaction = batched<Reaction, string[]>(
  async ({ sql, workspaceId }, reactions) => {
    const instants = (of: Reaction['name']) =>
      reactions.map(({ name, at }) => (name === of ? at.toISOString() : null))
    const changed = await sql<{ contactId: string }[]>`
      update contact_state s
      set last_open_at = greatest(s.last_open_at, r.opened_at), last_click_at = greatest(s.last_click_at, r.clicked_at)
      from unnest(${reactions.map(({ contactId }) => contactId)}::uuid[], ${instants('Email Opened')}::timestamptz[],
        ${instants('Email Link Clicked')}::timestamptz[]) as r(contact_id, opened_at, clicked_at)
      where s.workspace_id = ${workspaceId} and s.contact_id = r.contact_id
        and (r.opened_at > s.last_open_at or r.clicked_at > s.last_click_at
          or (r.opened_at is not null and s.last_open_at is null)
          or (r.clicked_at is not null and s.last_click_at is null))
      returning s.contact_id as "contactId"`
    const moved = new Set(changed.map(({ contactId }) => contactId))
    return reactions.map(({ contactId, name }) => (moved.has(contactId) ? fieldsOf(name) : []))
  },
)

const fieldsOf = (name: Reaction['name']) => [
  name === 'Email Opened' ? 'field:lastOpenAt' : 'field:lastClickAt',
  'field:lastInteractionAt',
  ...LADDER_KEYS,
]
