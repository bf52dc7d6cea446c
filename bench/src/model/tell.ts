import type { Rule } from '@relance/core/rule/rule'
import { enter } from './enter'
import { joinPeople } from './join-people'
import { learn } from './learn'
import { takeLate } from './lines'
import { DAY, MINUTE } from './minutes'
import type { Fact, Person } from './person'
import { propertiesHold } from './rule-holds'
import { liveVersion, type Shop } from './shop'
import type { Told } from './story'
import { whoseIs } from './who'

/** Takes in what is told of one visitor at once. A fact told twice is one fact. */
export function tell(shop: Shop, events: Told[]): void {
  const late = new Set<Person>()
  for (const [i, told] of events.entries()) {
    if (shop.told.has(told.id)) continue
    shop.told.add(told.id)
    const { at } = factOf(shop, told)
    const { person, joins } = whoseIs(shop, told, at)
    const joined = joins.filter(
      (other) => !other.joinedInto && (other.user === null || told.type === 'alias'),
    )
    const before = person.consent?.state
    for (const other of joined) joinPeople(shop, other, person)
    const isRefused = before !== 'refused' && person.consent?.state === 'refused'
    const isNamed = told.type === 'identify' || told.type === 'alias'
    if (isNamed || joined.length > 0 || at < shop.now - 1000) late.add(person)
    person.coming = events
      .slice(i + 1)
      .filter(({ id }) => !shop.told.has(id))
      .map((next) => factOf(shop, next))
    spread(shop, person, factOf(shop, told), isRefused)
    person.coming = []
  }
  for (const person of late) takeLate(shop, person)
}

const factOf = ({ now }: Shop, { id, name, properties, minutesAgo }: Told): Fact => ({
  ...{ id, name, properties },
  at: now - (minutesAgo ?? 0) * MINUTE,
})

/** One fact: what it changes, whom it wakes, what it starts. */
export function spread(shop: Shop, person: Person, fact: Fact, isRefused = false): void {
  const learnt = learn(shop, person, fact)
  const keys = new Set([fact.name, ...learnt.keys])
  const reachLost = learnt.reachLost ?? (isRefused ? 'refused' : null)
  for (const run of person.runs) {
    if (run.state === 'ended') continue
    const waitedFor = run.listens.some((key) => keys.has(key))
    run.inbox.push({ fact, keys, waitedFor, reachLost })
  }
  if (fact.at >= shop.now - DAY) startFlows(shop, person, fact, keys)
}

function startFlows(shop: Shop, person: Person, fact: Fact, keys: Set<string>): void {
  for (const flow of shop.flows) {
    const version = liveVersion(flow)
    const trigger = version?.nodes.get(version.entry)
    if (trigger?.type !== 'on-event' || !keys.has(String(trigger.config.event))) continue
    const where = trigger.config.where as Rule | null | undefined
    if (!version || !propertiesHold(where, fact.properties, shop.now)) continue
    const isPerKey = version.settings.reentry.mode === 'per-key'
    const key = (isPerKey && namedKey(fact)) || `event:${fact.id}`
    enter(shop, flow, person, { key, anchorAt: fact.at, data: fact.properties })
  }
}

/** The order or cart an event is about. */
function namedKey({ properties }: Fact): string | null {
  const name = ['order_id', 'cart_id'].find((one) => properties[one])
  return name ? `${name.replace('_id', '')}:${String(properties[name])}` : null
}
