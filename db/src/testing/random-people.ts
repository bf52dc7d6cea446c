import fc from 'fast-check'
import { day, type Person, people, type Told } from './rule-people'

const PEOPLE = 60
/** The same people in every run: what differs between runs is the rules. */
const SEED = 20_260_331

const trait = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option<Value | null | undefined>(value, { nil: undefined })
const traits = fc.record(
  {
    score: trait(fc.constantFrom(3, 4, 5, 7.5, '5', '7.5', 'many', null)),
    city: trait(fc.constantFrom('Lyon', 'lyon', 'Nice', '', 'Saint-Étienne')),
    vip: trait(fc.constantFrom(true, false, 'true')),
    tags: trait(fc.subarray(['a', 'b', 'X', 5, true])),
    since: trait(
      fc.constantFrom('2026-03-05', '2026-03-24T12:00:00Z', '2026-03-01 08:00', 'soon', 7),
    ),
    address: trait(fc.record({ city: fc.constantFrom('Lyon', 'Nice', null) })),
    interests: trait(fc.constantFrom('a', ['prints', 'X'], ['a', '', 5], [], null)),
    referredBy: trait(fc.constantFrom('r0', 'r1', 'r2', 'r3', 'p1', 'nobody')),
  },
  { noNullPrototype: true },
)
const product = fc.record(
  {
    category: fc.constantFrom('a', 'prints'),
    product_id: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'unknown'),
    quantity: fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: ['category'], noNullPrototype: true },
)
const properties = fc.record(
  {
    revenue: fc.constantFrom(0, 40, 49.99, 60, '12.5', 'free'),
    coupon: fc.constantFrom('X', 'x', 'spring'),
    stars: fc.constantFrom(3, 4, '4', null),
    products: fc.array(product, { maxLength: 2 }),
    node_id: fc.constantFrom('mail-1', 'mail-2'),
    enrolment_id: fc.constantFrom('this', 'other'),
    product_id: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'),
    section: fc.constantFrom('a', 'prints', 'X'),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const told: fc.Arbitrary<Told> = fc.record({
  name: fc.constantFrom('Order Completed', 'Liked', 'Email Link Clicked', 'Product Viewed', 'page'),
  // March, on the hour; a few lie after the moment rules are asked at.
  at: fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 23 }))
    .map(([n, hour]) => day(n, hour)),
  properties,
})
const consent = fc.constantFrom(true, false, undefined)

/** People of all kinds, with the four that rules are tested on one by one. */
export const randomPeople = (enrolmentId: string): Person[] => [
  ...people,
  ...fc
    .sample(fc.record({ traits, events: fc.array(told, { maxLength: 8 }), consent }), {
      numRuns: PEOPLE,
      seed: SEED,
    })
    .map(({ traits: known, events, consent: agrees }, n): Person => {
      return {
        id: `r${n}`,
        traits: JSON.parse(JSON.stringify(known)),
        consents: agrees === undefined ? {} : { email: agrees ? 'given' : 'refused' },
        events: events.map((event, place) => toEvent(event, `r${n}-${place}`, enrolmentId)),
      }
    }),
]

function toEvent({ name, at, properties: said }: Told, id: string, enrolmentId: string): Told {
  const about = said.enrolment_id === 'this' ? { enrolment_id: enrolmentId } : {}
  return { name, at, properties: { ...said, ...about, order_id: id } }
}
