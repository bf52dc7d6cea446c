import type { StoredEvent } from '@relance/core/event/event'
import { CONSENT_CONFIRMED } from '@relance/core/preference/consent-events'
import { PREFERENCES_CHANGED } from '@relance/core/preference/preferences'
import { isCartEvent } from '../cart/change-lines'
import { recordCartEvent } from '../cart/record-cart-event'
import type { Tx } from '../connection/scope'
import { applyConfirmation } from '../consent/apply-confirmation'
import { holdUnconfirmed } from '../consent/hold-unconfirmed'
import { DECLINE_KEYS, LADDER_KEYS, STARTED_DECLINING } from '../contact/contact-state'
import { mergeContacts } from '../contact/merge-contacts'
import { readTraits } from '../contact/read-traits'
import { recordConsents } from '../contact/record-consent'
import { recordSatisfaction } from '../contact/record-satisfaction'
import { writeProfile } from '../contact/write-profile'
import { recordOrder } from '../order/record-order'
import { recordRefund } from '../order/record-refund'
import { applyPreferences } from '../preference/apply-preferences'
import { learnProducts } from '../product/learn-products'
import { readToldProducts } from '../product/read-told-products'
import { scoreCustomer } from '../score/score-customers'
import { SCORE_CHANGED, scoreChangeKeys } from '../score/tell-score-changes'
import { recordPage } from '../session/record-page'
import { applyBounce, applyComplaint, applyReply } from './apply-returned'
import { joinable } from './joinable'
import type { QueuedEvent } from './queued-event'
import { recordReaction } from './record-reaction'

export interface Applied {
  /** Whom the event belongs to now. */
  contactId: string
  /** What waiting enrolments may listen for: the event's name, `visit`, `field:…`, `consent:…`, `segment:…`. */
  keys: string[]
}

/**
 * Brings a contact up to date with one event: profile, consents, visits, carts, orders, totals.
 * The caller holds the contact and all of `contactsOf`, and applies a contact's events in the order of arrival;
 * an event of the past corrects what it should and moves nothing back.
 */
export async function applyEvent(
  tx: Tx,
  contactId: string,
  event: QueuedEvent,
  now: Date,
): Promise<Applied> {
  const keys = [event.name]
  for (const fromId of await joinable(tx, contactId, event)) {
    keys.push(...(await mergeContacts(tx, { fromId, intoId: contactId, now })))
    // One after the other: whoever was joined has no orders any more, and so no scores.
    for (const id of [fromId, contactId]) keys.push(...(await scoreCustomer(tx, id)))
  }
  // Before whoever asks what this says of the contact: favourites are found in the catalogue.
  await learnProducts(tx, event.at, readToldProducts(event.name, event.properties))
  keys.push(...(await changesOf(tx, contactId, event, now)))
  return { contactId, keys: [...new Set(keys)] }
}

async function changesOf(
  tx: Tx,
  contactId: string,
  event: StoredEvent,
  now: Date,
): Promise<string[]> {
  if (event.type === 'identify') return applyIdentify(tx, contactId, event)
  if (event.type === 'page') return recordPage(tx, contactId, event)
  if (event.type === 'alias') return []
  if (isCartEvent(event.name)) return recordCartEvent(tx, contactId, event, event.name)
  switch (event.name) {
    case 'Order Completed':
      return [...(await recordOrder(tx, contactId, event)), ...(await scoreCustomer(tx, contactId))]
    case 'Order Refunded':
      return [
        ...(await recordRefund(tx, contactId, event)),
        ...(await scoreCustomer(tx, contactId)),
      ]
    case SCORE_CHANGED:
      return scoreChangeKeys(event.properties)
    case 'Email Opened':
    case 'Email Link Clicked':
      return recordReaction(tx, { contactId, name: event.name, at: event.at })
    case 'Survey Answered':
      await recordSatisfaction(tx, contactId, event)
      return []
    case PREFERENCES_CHANGED:
      return applyPreferences(tx, contactId, event, now)
    case CONSENT_CONFIRMED:
      return applyConfirmation(tx, contactId, event)
    case 'Unsubscribed':
      return refuse(tx, contactId, event)
    case 'Entered Segment':
    case 'Left Segment':
      return segmentKey(event)
    case 'Email Marked as Spam':
      return applyComplaint(tx, contactId, event, now)
    case 'Email Bounced':
      return applyBounce(tx, event, now)
    case 'Email Replied':
      return applyReply(tx, contactId, event)
    case 'Activity Changed':
      return [...LADDER_KEYS, ...DECLINE_KEYS]
    case STARTED_DECLINING:
      return DECLINE_KEYS
    default:
      return []
  }
}

async function applyIdentify(tx: Tx, contactId: string, event: StoredEvent): Promise<string[]> {
  const { consents, ...change } = readTraits(event.properties)
  const given = consents.map((choice) => ({ ...choice, source: 'identify', at: event.at }))
  const fields = await writeProfile(tx, contactId, change, event.at)
  const counts = await holdUnconfirmed(tx, contactId, given, event)
  return [...fields, ...(await recordConsents(tx, contactId, counts))]
}

const refuse = (tx: Tx, contactId: string, event: StoredEvent) =>
  recordConsents(tx, contactId, [
    { channel: 'email', state: 'refused', source: 'unsubscribe', at: event.at },
  ])

/** Ours are told by us alone: a client's event of the same name is about no segment. */
const segmentKey = ({ source, properties }: StoredEvent): string[] =>
  source === 'relance' ? [`segment:${String(properties.segment_id)}`] : []
