import { newId } from '@relance/core/id/ids'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import type { RuleMoment } from '../rule/rule-moment'
import { tell } from './know-workspace'

export const now = new Date('2026-03-31T12:00:00Z')
export const moment: RuleMoment = { now, timeZone: 'Europe/Paris' }

export interface Told {
  name: string
  at: Date
  properties: Record<string, unknown>
}
export interface Person {
  id: string
  traits: Record<string, unknown>
  events: Told[]
  /** What they have said of a channel. */
  consents?: Record<string, 'given' | 'refused'>
}

export const day = (n: number, hour = 12) => new Date(Date.UTC(2026, 2, n, hour))
const order = (at: Date, revenue: number, extra: object = {}): Told => ({
  name: 'Order Completed',
  at,
  properties: { order_id: newId(), revenue, ...extra },
})
/** Four people with traits and events that rules tell apart. */
export const people: Person[] = [
  { id: 'p0', traits: {}, events: [] },
  {
    id: 'p1',
    traits: { score: 5, city: 'Lyon', vip: true, tags: ['a', 'b'], since: '2026-03-05' },
    events: [order(day(1), 40), order(day(24), 60, { coupon: 'X' })],
  },
  {
    id: 'p2',
    traits: { score: '7.5', city: 'lyon', vip: 'true', address: { city: 'Nice' } },
    events: [order(day(24, 12), 49.99), { name: 'Liked', at: day(30), properties: { stars: 3 } }],
  },
  {
    id: 'p3',
    traits: { score: null, city: '', since: 'soon' },
    events: [
      { name: 'Liked', at: day(31, 13), properties: {} },
      { name: 'Liked', at: day(24), properties: { stars: '4' } },
    ],
  },
]

const agreed = ({ consents = {} }: Person) =>
  Object.fromEntries(
    Object.entries(consents).map(([channel, state]) => [channel, state === 'given']),
  )

const messagesOf = (person: Person) => [
  {
    type: 'identify',
    userId: person.id,
    traits: { ...person.traits, consent: agreed(person) },
    timestamp: '2026-02-01T00:00:00Z',
  },
  ...person.events.map(({ name, at, properties }) => ({
    type: name === 'page' ? 'page' : 'track',
    event: name,
    userId: person.id,
    properties,
    timestamp: at.toISOString(),
  })),
]

/** Tells a workspace of people, the four above unless others are given. Returns their contact ids by their own. */
export async function tellPeople(scope: Scope, whom = people): Promise<Map<string, string>> {
  for (const person of whom) await tell(scope, ...messagesOf(person))
  const rows = await inTransaction(scope, (tx) => tx.sql`select id, external_id from contacts`)
  return new Map(rows.map(({ id, external_id }) => [external_id, id]))
}
