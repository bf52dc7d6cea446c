import { closeCarts, isAboutCart, touchCart } from './carts'
import { MINUTE } from './minutes'
import type { Fact, Person } from './person'
import type { News } from './run'
import type { Shop } from './shop'

/** What a fact changed that runs may listen for, beyond its name. */
export interface Learnt {
  keys: string[]
  reachLost: News['reachLost']
}

/** Brings somebody up to date with one fact. */
export function learn(shop: Shop, person: Person, fact: Fact): Learnt {
  const before = person.consent?.state
  const keys: string[] = []
  if (fact.name === 'page' && beginsVisit(person, fact)) keys.push('visit')
  if (fact.name === 'identify') keys.push(...readTraits(person, fact))
  if (isAboutCart(fact)) touchCart(person, fact)
  if (fact.name === 'Order Completed') takeOrder(shop, person, fact)
  if (fact.name === 'Email Marked as Spam' && person.email) shop.suppressed.add(person.email)
  if (fact.name === 'Unsubscribed' || fact.name === 'Email Marked as Spam')
    choose(person, 'refused', fact.at)
  person.facts.push(fact)
  const isRefused = before !== 'refused' && person.consent?.state === 'refused'
  const isBlocked = fact.name === 'Email Marked as Spam' || fact.name === 'Email Bounced'
  return { keys, reachLost: isBlocked ? 'blocked' : isRefused ? 'refused' : null }
}

const beginsVisit = ({ facts }: Person, { at }: Fact) =>
  !facts.some((other) => other.name === 'page' && Math.abs(other.at - at) < 30 * MINUTE)

function readTraits(person: Person, { properties, at }: Fact): string[] {
  const { email, timezone, consent, ...traits } = properties
  if (typeof email === 'string') person.email = email
  if (typeof timezone === 'string') person.timeZone = timezone
  const changed = Object.keys(traits).filter((name) => person.traits[name] !== traits[name])
  person.traits = { ...person.traits, ...traits }
  const said = (consent as { email?: boolean } | undefined)?.email
  if (said !== undefined) choose(person, said ? 'given' : 'refused', at)
  return changed.map((name) => `field:${name}`)
}

/** A choice older than the one that stands changes nothing. */
function choose(person: Person, state: 'given' | 'refused', at: number): void {
  if (!person.consent || person.consent.at <= at) person.consent = { state, at }
}

function takeOrder(shop: Shop, person: Person, fact: Fact): void {
  const id = String(fact.properties.order_id)
  const owner = shop.orderOwner.get(id)
  if (owner && owner !== person) return
  shop.orderOwner.set(id, person)
  const at = Math.min(fact.at, person.orders.get(id)?.at ?? fact.at)
  person.orders.set(id, { at, revenue: Number(fact.properties.revenue ?? 0) })
  closeCarts(person, fact)
}
