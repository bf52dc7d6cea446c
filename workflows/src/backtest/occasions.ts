import type { Signal } from '@relance/core/event/event'
import type { PlanNode } from '@relance/core/plan/plan'
import { matchProperties } from '@relance/core/rule/match-properties'
import type { Rule } from '@relance/core/rule/rule'
import { dropLine } from '@relance/core/score/drop-line'
import type { Concern } from '@relance/db/backtest/find-concerned'
import { eventsFrom, knownSince, visitsFrom } from '@relance/db/backtest/past-signals'
import { cartEvents } from '@relance/db/cart/change-lines'
import type { Tx } from '@relance/db/connection/scope'
import { hasDropped } from '@relance/db/score/has-dropped'
import { SCORE_CHANGED } from '@relance/db/score/tell-score-changes'
import { entryKey } from '../react/start-flows'
import { type Beginning, causeOf, segmentEvent } from '../rehearse/begin'
import { cartCrossings } from './cart-crossings'
import { silences } from './silences'

/** The time looked at, the zone local dates go by, and how often somebody may enter. */
export interface Past {
  from: Date
  until: Date
  timeZone: string
  mode: string
}

/** The event that each signal but a visit is. */
const EVENT_OF: Record<Exclude<Signal, 'visit'>, string> = {
  order: 'Order Completed',
  open: 'Email Opened',
  click: 'Email Link Clicked',
}

/** Longer than any line is drawn back from the first day: a year and a bit. */
const LOOKS_BACK_MS = 400 * 86_400_000

/** Whom a trigger may concern in a past time; null where what happened then does not say. */
export function concernOf({ type, config }: PlanNode, { from, until }: Past): Concern | null {
  const nobody = { names: [], visits: false, newcomers: false, everybody: false, from, until }
  switch (type) {
    case 'on-event':
      return config.event === 'visit'
        ? { ...nobody, visits: true }
        : { ...nobody, names: [String(config.event)] }
    case 'on-segment':
      return { ...nobody, names: [segmentEvent(config.change)] }
    case 'on-score-drop':
      return { ...nobody, names: [SCORE_CHANGED] }
    case 'on-cart-abandoned':
      return { ...nobody, names: [...cartEvents], from: new Date(from.getTime() - LOOKS_BACK_MS) }
    case 'on-inactive': {
      const signals = config.signals as Signal[]
      return {
        ...{ ...nobody, newcomers: true, visits: signals.includes('visit') },
        names: signals.flatMap((signal) => (signal === 'visit' ? [] : [EVENT_OF[signal]])),
        from: new Date(from.getTime() - LOOKS_BACK_MS),
      }
    }
    default:
      return null
  }
}

/** When the trigger would have brought one contact in, in order; re-entry and the filter are asked afterwards. */
export async function occasionsOf(
  tx: Tx,
  trigger: PlanNode,
  contactId: string,
  past: Past,
): Promise<Beginning[]> {
  const { type, config } = trigger
  const told = { cause: causeOf(trigger), isAssumed: false }
  if (type === 'on-cart-abandoned') {
    const found = await cartCrossings(tx, contactId, String(config.idle), past)
    return found.map((each) => ({ ...told, ...each, mustBeReachable: true }))
  }
  if (type === 'on-inactive') {
    const known = await knownSince(tx, contactId)
    if (!known) return []
    const signals = await signalsOf(tx, contactId, config.signals as Signal[], past.until)
    const line = { match: config.match as 'any' | 'all', length: String(config.for) }
    const found = silences(signals, known, line, past)
    return found.map(({ at, anchorAt }) => ({
      ...{ ...told, at, anchorAt, key: `since:${at.toISOString()}`, data: {} },
    }))
  }
  if (type === 'on-event' && config.event === 'visit') {
    const visits = await visitsFrom(tx, contactId, past)
    return visits.map((at) => ({
      ...{ ...told, at, anchorAt: at, key: `event:${at.toISOString()}`, data: {} },
    }))
  }
  const names = concernOf(trigger, past)?.names ?? []
  const events = await eventsFrom(tx, contactId, { ...past, names })
  const found: Beginning[] = []
  for (const event of events) {
    if (!(await isMeant(tx, trigger, contactId, event, past.timeZone))) continue
    const { at, properties } = event
    const key = type === 'on-event' ? entryKey(event, past.mode) : `event:${event.id}`
    found.push({ ...told, at, anchorAt: at, key, data: properties })
  }
  return found
}

async function isMeant(
  tx: Tx,
  { type, config }: PlanNode,
  contactId: string,
  event: Awaited<ReturnType<typeof eventsFrom>>[number],
  timeZone: string,
): Promise<boolean> {
  if (type === 'on-segment')
    return event.source === 'relance' && event.properties.segment_id === config.segment
  if (type === 'on-score-drop')
    return hasDropped(tx, contactId, event, dropLine.parse(config), timeZone)
  return matchProperties(config.where as Rule | null | undefined, event.properties, event.at)
}

async function signalsOf(
  tx: Tx,
  contactId: string,
  signals: Signal[],
  until: Date,
): Promise<Date[][]> {
  const from = new Date(0)
  const found: Date[][] = []
  for (const signal of signals) {
    if (signal === 'visit') found.push(await visitsFrom(tx, contactId, { from, until }))
    else {
      const names = [EVENT_OF[signal]]
      found.push((await eventsFrom(tx, contactId, { names, from, until })).map(({ at }) => at))
    }
  }
  return found
}
