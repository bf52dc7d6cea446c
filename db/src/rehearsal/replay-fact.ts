import type { StoredEvent } from '@relance/core/event/event'
import { isCartEvent } from '../cart/change-lines'
import { recordCartEvent } from '../cart/record-cart-event'
import type { Tx } from '../connection/scope'
import { DECLINE_KEYS, LADDER_KEYS, STARTED_DECLINING } from '../contact/contact-state'
import { recordReaction } from '../event/record-reaction'
import { recordOrder } from '../order/record-order'
import { recordRefund } from '../order/record-refund'
import { SCORE_CHANGED, scoreChangeKeys } from '../score/tell-score-changes'
import { recordPage } from '../session/record-page'
import type { Fact } from './facts-after'

/**
 * Takes in a fact that was rewound, at its instant, as it was taken in then. Scores and catalogue are left alone:
 * they have their own past, or none.
 * @returns what it may be listened for, as `applyEvent` says it
 */
export async function replayFact(tx: Tx, contactId: string, fact: Fact): Promise<string[]> {
  if (fact.kind === 'consent') return giveConsent(tx, contactId, fact)
  if (fact.kind === 'suppression') return strikeOff(tx, contactId, fact)
  const { event } = fact
  return [...new Set([event.name, ...(await changes(tx, contactId, event))])]
}

async function changes(tx: Tx, contactId: string, event: StoredEvent): Promise<string[]> {
  if (event.type === 'page') return recordPage(tx, contactId, event)
  if (isCartEvent(event.name)) return recordCartEvent(tx, contactId, event, event.name)
  switch (event.name) {
    case 'Order Completed':
      return recordOrder(tx, contactId, event)
    case 'Order Refunded':
      return recordRefund(tx, contactId, event)
    case 'Email Opened':
    case 'Email Link Clicked':
      return recordReaction(tx, { contactId, name: event.name, at: event.at })
    case 'Entered Segment':
    case 'Left Segment':
      return event.source === 'relance' ? moveMember(tx, contactId, event) : []
    case SCORE_CHANGED:
      return scoreChangeKeys(event.properties)
    case 'Activity Changed':
      return [...LADDER_KEYS, ...DECLINE_KEYS]
    case STARTED_DECLINING:
      return DECLINE_KEYS
    default:
      return []
  }
}

async function moveMember(
  { sql, workspaceId }: Tx,
  contactId: string,
  { name, at, properties }: StoredEvent,
): Promise<string[]> {
  const segmentId = String(properties.segment_id)
  if (name === 'Left Segment') {
    await sql`
      delete from segment_members
      where workspace_id = ${workspaceId} and segment_id = ${segmentId} and contact_id = ${contactId}`
  } else {
    await sql`
      insert into segment_members (workspace_id, segment_id, contact_id, since)
      select ${workspaceId}, id, ${contactId}, ${at} from segments
      where workspace_id = ${workspaceId} and id = ${segmentId}
      on conflict do nothing`
  }
  return [`segment:${segmentId}`]
}

async function giveConsent(
  { sql, workspaceId }: Tx,
  contactId: string,
  { channel, state, source, at }: Extract<Fact, { kind: 'consent' }>,
): Promise<string[]> {
  await sql`
    insert into consents (workspace_id, contact_id, channel, state, source, at)
    values (${workspaceId}, ${contactId}, ${channel}, ${state}, ${source}, ${at})
    on conflict (workspace_id, contact_id, channel) do update
      set state = excluded.state, source = excluded.source, at = excluded.at where consents.at <= excluded.at`
  return [`consent:${channel}`]
}

async function strikeOff(
  { sql, workspaceId }: Tx,
  contactId: string,
  { channel, reason, at }: Extract<Fact, { kind: 'suppression' }>,
): Promise<string[]> {
  await sql`
    insert into suppressions (workspace_id, channel, address_hash, reason, created_at)
    select workspace_id, ${channel}, address_hash(workspace_id, email_normal), ${reason}, ${at} from contacts
    where workspace_id = ${workspaceId} and id = ${contactId}
    on conflict do nothing`
  return []
}
