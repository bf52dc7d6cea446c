import type { Signal } from '@relance/core/event/event'
import type { PlanNode } from '@relance/core/plan/plan'
import { matchProperties } from '@relance/core/rule/match-properties'
import type { Rule } from '@relance/core/rule/rule'
import { addTo } from '@relance/core/time/add-to'
import type { Tx } from '@relance/db/connection/scope'
import { eventsNamed, lastCart, lastSignal } from '@relance/db/rehearsal/read-occasion'
import type { LivedRun } from '@relance/db/rehearsal/read-run'
import type { Candidate } from '../burst/candidate'

/** How somebody would come in, and when. */
export interface Beginning
  extends Pick<Candidate, 'key' | 'anchorAt' | 'data' | 'cause' | 'mustBeReachable'> {
  at: Date
  /** Nothing that happened brings them in: it is taken to happen now. */
  isAssumed: boolean
}

/** The beginning that was really lived. */
export const livedBeginning = (trigger: PlanNode, run: LivedRun): Beginning => ({
  ...{ at: run.enteredAt, key: run.entryKey, anchorAt: run.anchorAt, data: run.entryData },
  ...{ cause: causeOf(trigger), isAssumed: false },
})

/**
 * When the trigger would bring a contact in, going by what is known of them at `now`: at the event, or at the moment
 * the line is crossed, which may be still to come. Where nothing would, now.
 */
export async function findBeginning(
  tx: Tx,
  trigger: PlanNode,
  contactId: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<Beginning> {
  const cause = causeOf(trigger)
  const found = await occasionOf(tx, trigger, contactId, now, timeZone)
  if (found) return { cause, isAssumed: false, ...found }
  const isCart = trigger.type === 'on-cart-abandoned'
  return {
    ...{ at: now, anchorAt: now, key: isCart ? 'cart:default' : `at:${now.toISOString()}` },
    ...{ data: isCart ? { cart_id: 'default' } : {}, cause, isAssumed: true },
  }
}

type Found = Pick<Beginning, 'at' | 'key' | 'anchorAt' | 'data' | 'mustBeReachable'>

async function occasionOf(
  tx: Tx,
  { type, config }: PlanNode,
  contactId: string,
  now: Date,
  timeZone: string,
): Promise<Found | null> {
  if (type === 'on-event' || type === 'on-segment') {
    const name = type === 'on-event' ? String(config.event) : segmentEvent(config.change)
    const all = await eventsNamed(tx, contactId, { name, until: now })
    const event = all.find(({ properties }) =>
      type === 'on-event'
        ? matchProperties(config.where as Rule | null | undefined, properties, now)
        : properties.segment_id === config.segment,
    )
    if (!event) return null
    const { id, at, properties } = event
    return { at, anchorAt: at, key: `event:${id}`, data: properties }
  }
  if (type === 'on-cart-abandoned') {
    const cart = await lastCart(tx, contactId)
    if (!cart) return null
    const { cartId, round } = cart
    return {
      ...{ at: addTo(cart.at, String(config.idle), timeZone), anchorAt: cart.at },
      ...{ key: round > 1 ? `cart:${cartId}:${round}` : `cart:${cartId}` },
      ...{ data: { cart_id: cartId }, mustBeReachable: true },
    }
  }
  if (type === 'on-inactive') {
    const signals = config.signals as Signal[]
    const match = config.match as 'any' | 'all'
    const anchorAt = await lastSignal(tx, contactId, { signals, match })
    if (!anchorAt) return null
    const at = addTo(anchorAt, String(config.for), timeZone)
    return { at, anchorAt, key: `since:${at.toISOString()}`, data: {} }
  }
  return null
}

export const segmentEvent = (change: unknown) =>
  change === 'leaves' ? 'Left Segment' : 'Entered Segment'

/** What is told of an entry by this trigger. */
export function causeOf({ type, config }: PlanNode): Candidate['cause'] {
  switch (type) {
    case 'on-event':
      return { code: 'entered-by-event', params: { event: String(config.event) } }
    case 'on-cart-abandoned':
      return { code: 'entered-by-cart' }
    case 'on-inactive':
      return { code: 'entered-by-inactivity', params: { for: String(config.for) } }
    case 'on-latency':
      return { code: 'entered-by-latency' }
    case 'on-segment':
      return { code: 'entered-as-member' }
    default:
      return { code: 'entered-by-schedule' }
  }
}
