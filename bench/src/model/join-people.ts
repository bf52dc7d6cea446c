import { joinCarts } from './carts'
import { visitsOf } from './facts'
import { type Person, survivor } from './person'
import type { Run } from './run'
import { takeBack } from './run-ends'
import type { Shop } from './shop'

/** Makes two people one for good. What runs of the one listened for and happened to the other is laid before them. */
export function joinPeople(shop: Shop, of: Person, into: Person): void {
  endDoubles(shop, of, into)
  shareNews(of.runs, into)
  shareNews(into.runs, of)
  for (const run of of.runs) run.person = into
  into.runs.push(...of.runs.splice(0))
  into.mails.push(...of.mails.splice(0))
  into.facts.push(...of.facts.splice(0))
  for (const [id, order] of of.orders) into.orders.set(id, order)
  for (const [id, cart] of of.carts) {
    const own = into.carts.get(id)
    into.carts.set(id, own ? joinCarts(cart, own) : cart)
  }
  joinProfiles(of, into)
  of.joinedInto = into
  for (const names of [shop.byUser, shop.byCookie])
    for (const [name, person] of names) names.set(name, survivor(person))
  for (const [id, owner] of shop.orderOwner) shop.orderOwner.set(id, survivor(owner))
}

/** Of two live runs of one scenario under one key, the one that entered first goes on. */
function endDoubles(shop: Shop, of: Person, into: Person): void {
  const isLive = ({ state }: Run) => state !== 'ended'
  for (const one of of.runs.filter(isLive)) {
    const other = into.runs.find(
      (run) => isLive(run) && run.flow === one.flow && run.key === one.key,
    )
    if (!other) continue
    const isFirst = one.enteredAt < other.enteredAt
    const isTie = one.enteredAt === other.enteredAt
    const later =
      isFirst || (isTie && shop.runs.indexOf(one) < shop.runs.indexOf(other)) ? other : one
    later.state = 'ended'
    later.endedAt = shop.now
    later.endReason = 'merged'
    later.dueAt = null
    later.inbox = []
    takeBack(shop, later)
  }
}

function shareNews(runs: Run[], other: Person): void {
  const visits = visitsOf(other)
  for (const run of runs.filter(({ state }) => state !== 'ended')) {
    const heard = other.facts.filter(({ at }) => at >= Math.min(run.anchorAt, run.enteredAt))
    for (const fact of heard.sort((a, b) => a.at - b.at)) {
      const isVisit = fact.name === 'page' && visits.includes(fact.at)
      const keys = new Set(isVisit ? [fact.name, 'visit'] : [fact.name])
      const waitedFor = run.listens.some((key) => keys.has(key))
      run.inbox.push({ fact, keys, waitedFor, reachLost: null })
    }
  }
}

/** The survivor's own values stay, gaps are filled; of consents the latest choice, a refusal on a tie. */
function joinProfiles(of: Person, into: Person): void {
  into.email ??= of.email
  into.timeZone ??= of.timeZone
  into.traits = { ...of.traits, ...into.traits }
  into.createdAt = Math.min(into.createdAt, of.createdAt)
  const [theirs, own] = [of.consent, into.consent]
  if (!theirs) return
  const wins = !own || theirs.at > own.at || (theirs.at === own.at && theirs.state === 'refused')
  if (wins) into.consent = theirs
}
