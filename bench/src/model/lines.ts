import type { Signal } from '@relance/core/event/event'
import type { Rule } from '@relance/core/rule/rule'
import { enter } from './enter'
import { exitInstants } from './exit-instants'
import { lastOf } from './facts'
import { DAY, iso, msOf } from './minutes'
import type { Person } from './person'
import { ruleHolds } from './rule-holds'
import type { Flow, Run } from './run'
import { liveVersion, type Shop } from './shop'
import { Undetermined } from './story'

/** Somebody past the line of a time trigger. */
export interface Crossing {
  flow: Flow
  person: Person
  at: number
  anchorAt: number
  key: string
  data: Record<string, unknown>
  mustBeReachable: boolean
}

const triggerOf = (flow: Flow) => {
  const version = liveVersion(flow)
  return flow.status === 'stopped' ? undefined : version?.nodes.get(version.entry)
}

/** The crossings of a scenario's line by somebody, as their facts stand. Nobody crosses who is known by no name. */
export function crossingsOf(flow: Flow, person: Person): Crossing[] {
  const trigger = triggerOf(flow)
  if (!trigger || person.joinedInto || (person.user === null && person.email === null)) return []
  const { type, config } = trigger
  if (type === 'on-cart-abandoned')
    return [...person.carts].flatMap(([id, cart]) => {
      if (cart.state !== 'open') return []
      const key = cart.round > 1 ? `cart:${id}:${cart.round}` : `cart:${id}`
      return [
        {
          ...{ flow, person, key, anchorAt: cart.touchedAt, data: { cart_id: id } },
          at: cart.touchedAt + msOf(String(config.idle)),
          mustBeReachable: true,
        },
      ]
    })
  if (type !== 'on-inactive') return []
  const seen = (config.signals as Signal[]).map(
    (signal) => lastOf(person, signal) ?? person.createdAt,
  )
  const anchorAt = config.match === 'any' ? Math.min(...seen) : Math.max(...seen)
  const at = anchorAt + msOf(String(config.for))
  return [{ flow, person, anchorAt, at, key: `since:${iso(at)}`, data: {}, mustBeReachable: false }]
}

/** Lets in whoever crosses a line at this very instant, and the audience of a schedule whose time has come. */
export function takeDue(shop: Shop, nextOf: (flow: Flow) => number | null): void {
  for (const flow of shop.flows) {
    for (const person of shop.people)
      for (const crossing of crossingsOf(flow, person))
        if (crossing.at === shop.now && crossing.at > flow.lineFrom) cross(shop, crossing)
    if (flow.nextAt === shop.now && flow.status === 'live') {
      takeAudience(shop, flow, shop.now)
      flow.nextAt = nextOf(flow)
    }
  }
}

/** Lets in the audience of a schedule, as of its instant. */
export function takeAudience(shop: Shop, flow: Flow, at: number): void {
  const audience = (triggerOf(flow)?.config.audience as Rule | undefined) ?? { and: [] }
  const held = shop.people.filter(
    (person) => !person.joinedInto && !person.isErased && ruleHolds(audience, person, shop.now),
  )
  for (const person of held) {
    guard(shop, flow, person)
    enter(shop, flow, person, { key: `at:${iso(at)}`, anchorAt: at, data: {} })
  }
}

/** Lets in whoever was past the line already when it was drawn. */
export function takePast(shop: Shop, flow: Flow): void {
  for (const person of shop.people)
    for (const crossing of crossingsOf(flow, person))
      if (crossing.at <= shop.now) cross(shop, crossing)
}

/** Looks again at what somebody crossed within a day, when late news may have moved it. */
export function takeLate(shop: Shop, person: Person): void {
  for (const flow of shop.flows)
    for (const crossing of crossingsOf(flow, person)) {
      const isRecent = crossing.at <= shop.now && crossing.at >= shop.now - DAY
      if (isRecent && crossing.at > flow.lineFrom) cross(shop, crossing)
    }
}

function cross(shop: Shop, crossing: Crossing): void {
  const { flow, person, key, anchorAt, data, mustBeReachable } = crossing
  const name = `${person.number}:${key}:${crossing.at}`
  if (flow.entered.has(name) || flow.status !== 'live') return
  guard(shop, flow, person)
  if (enter(shop, flow, person, { key, anchorAt, data, mustBeReachable })) flow.entered.add(name)
}

/** Somebody who may be leaving a scenario in the very instant in which they may enter it again. */
function guard(shop: Shop, flow: Flow, person: Person): void {
  if (flow.status !== 'live') return
  const isLeaving = person.runs.some((run) => run.flow === flow && isBusy(shop, run))
  if (isLeaving) throw new Undetermined('Leaving and entering in one instant.')
}

function isBusy(shop: Shop, run: Run): boolean {
  if (run.state === 'ended') return run.endedAt === shop.now
  const isDue = run.dueAt !== null && run.dueAt <= shop.now
  const isOut = exitInstants(run).includes(shop.now)
  return isDue || isOut || run.again !== null || run.called !== null || run.inbox.length > 0
}
