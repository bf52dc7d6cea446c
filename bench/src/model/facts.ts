import type { Signal } from '@relance/core/event/event'
import { MINUTE } from './minutes'
import type { Person } from './person'

const VISIT_GAP = 30 * MINUTE

/** When each visit of somebody began: pages less than half an hour apart are one. */
export function visitsOf({ facts }: Person): number[] {
  const pages = facts.filter(({ name }) => name === 'page').map(({ at }) => at)
  pages.sort((a, b) => a - b)
  return pages.filter((at, i) => i === 0 || at - (pages[i - 1] ?? 0) >= VISIT_GAP)
}

const latest = (instants: number[]): number | null =>
  instants.length === 0 ? null : Math.max(...instants)

const lastFact = ({ facts }: Person, name: string) =>
  latest(facts.filter((fact) => fact.name === name).map(({ at }) => at))

/** The last of a signal, as a fact of the site or the mail; null where there was none. */
export function lastOf(person: Person, signal: Signal): number | null {
  switch (signal) {
    case 'visit':
      return latest(visitsOf(person))
    case 'order':
      return latest([...person.orders.values()].map(({ at }) => at))
    case 'open':
      return lastFact(person, 'Email Opened')
    case 'click':
      return lastFact(person, 'Email Link Clicked')
  }
}

/** The last sign as waits count it: a click in a mail is a visit too. */
export function lastSign(person: Person, signal: Signal): number | null {
  const last = lastOf(person, signal)
  if (signal !== 'visit') return last
  const click = lastOf(person, 'click')
  return last === null ? click : Math.max(last, click ?? last)
}

export type Reach = 'no-address' | 'suppressed' | 'no-consent' | 'unsubscribed' | null

/** Why a mail may not go to somebody now; null: it may. */
export function refusalOf(person: Person, suppressed: Set<string>): Reach {
  if (!person.email) return 'no-address'
  if (suppressed.has(person.email)) return 'suppressed'
  if (!person.consent) return 'no-consent'
  return person.consent.state === 'refused' ? 'unsubscribed' : null
}
