import fc from 'fast-check'
import type { Act, Told } from '../model/story'

/** Who is told of: by a user's id, by a cookie, or by both. */
const subject = fc.constantFrom(
  ...[
    { user: 'ada', cookie: null },
    { user: 'ada', cookie: null },
    { user: 'ada', cookie: 'k1' },
    { user: null, cookie: 'k1' },
    { user: null, cookie: 'k2' },
    { user: 'bob', cookie: null },
    { user: 'bob', cookie: 'k2' },
  ],
)

type Said = Pick<Told, 'type' | 'name' | 'properties' | 'previously' | 'minutesAgo'>

const track = (name: string, properties: fc.Arbitrary<Record<string, unknown>>) =>
  properties.map((one): Said => ({ type: 'track', name, properties: one }))

const value = fc.constantFrom(10, 60)
const cart = fc.constantFrom({}, { cart_id: 'c1' }, { cart_id: 'c2' })
const product = fc.constantFrom('p1', 'p2')

const fact = fc.oneof(
  { weight: 4, arbitrary: track('Signed Up', fc.record({ value })) },
  { weight: 3, arbitrary: track('Form Submitted', fc.record({ value })) },
  {
    weight: 3,
    arbitrary: track(
      'Order Completed',
      fc.tuple(cart, value).map(([of, revenue]) => ({ ...of, revenue, value: revenue })),
    ),
  },
  {
    weight: 4,
    arbitrary: track(
      'Product Added',
      fc.tuple(cart, product).map(([of, id]) => ({ ...of, product_id: id })),
    ),
  },
  {
    weight: 1,
    arbitrary: track(
      'Product Removed',
      fc.tuple(cart, product).map(([of, id]) => ({ ...of, product_id: id })),
    ),
  },
  {
    weight: 1,
    arbitrary: track(
      'Cart Viewed',
      fc.tuple(cart, fc.subarray(['p1', 'p2', 'p3'])).map(([of, ids]) => ({
        ...of,
        products: ids.map((id) => ({ product_id: id })),
      })),
    ),
  },
  { weight: 1, arbitrary: track('Unsubscribed', fc.constant({})) },
  {
    weight: 4,
    arbitrary: fc.constant<Said>({ type: 'page', name: 'page', properties: { path: '/' } }),
  },
)

const minutesAgo = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(10, 45, 200, 1500) },
)

const identity = fc
  .record(
    {
      email: fc.constantFrom('me', 'me', 'me', 'gone'),
      consent: fc.constantFrom({ email: true }, { email: true }, { email: false }),
      color: fc.constantFrom('red', 'blue'),
      renewal: fc.constantFrom('2026-03-04', '2026-03-09', '2026-03-30', '2026-10-26'),
      timezone: fc.constantFrom('Asia/Tokyo', 'Europe/Paris'),
    },
    { requiredKeys: [] },
  )
  .map((properties): Said => ({ type: 'identify', name: 'identify', properties }))

const said = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fact, minutesAgo)
      .map(([one, ago]) => (ago ? { ...one, minutesAgo: ago } : one)),
  },
  { weight: 2, arbitrary: identity },
)

const tell = fc.record({ subject, said: fc.array(said, { minLength: 1, maxLength: 2 }) }).map(
  ({ subject: { user, cookie }, said: all }): Act => ({
    act: 'tell',
    events: all.map((one) => ({ ...named(one, user ?? cookie), id: '', user, cookie })),
  }),
)

/** Everybody has an address of their own. */
function named(one: Said, name: string): Said {
  const { email } = one.properties
  if (!email) return one
  const address = email === 'gone' ? `gone-${name}@example.com` : `${name}@example.com`
  return { ...one, properties: { ...one.properties, email: address } }
}

const alias = fc
  .record({
    user: fc.constantFrom('ada', 'bob'),
    previously: fc.constantFrom('k1', 'k2', 'bob', 'dan'),
  })
  .filter(({ user, previously }) => user !== previously)
  .map(({ user, previously }): Act => {
    const properties = { previousId: previously, userId: user }
    const told: Told = {
      id: '',
      type: 'alias',
      name: 'alias',
      user,
      cookie: null,
      previously,
      properties,
    }
    return { act: 'tell', events: [told] }
  })

const flow = fc.nat(1)
const reaction = fc.constantFrom('Email Opened' as const, 'Email Link Clicked' as const)

/** Somebody has themselves forgotten, and may come back under the same name: with an address, with their consent. */
interface Forgotten {
  act: 'forget'
  user: string
  back: Said[]
}

const back = fc
  .record({
    email: fc.constantFrom('me', 'me', 'gone', undefined),
    consent: fc.constantFrom({ email: true }, { email: true }, undefined),
  })
  .map(({ email, consent }): Said[] => [
    {
      type: 'identify',
      name: 'identify',
      properties: { ...(email && { email }), ...(consent && { consent }) },
    },
    { type: 'track', name: 'Signed Up', properties: { value: 60 } },
  ])

/** What takes more than one act, and what repeats an earlier one: `again` tells the same word for word. */
export type Drawn = Act | { act: 'again'; n: number } | Forgotten

/** The acts that a drawn one stands for; of `again` none, since it knows no earlier ones. */
export function actsOf(drawn: Drawn): (Act | { act: 'again'; n: number })[] {
  if (drawn.act !== 'forget') return [drawn]
  const { user } = drawn
  const events = drawn.back.map((one) => ({ ...named(one, user), id: '', user, cookie: null }))
  const forgotten: Act = { act: 'erase', user }
  return events.length === 0 ? [forgotten] : [forgotten, { act: 'tell', events }]
}

/** One thing that happens. */
export const anyAct: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 12, arbitrary: tell },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('advance' as const),
      minutes: fc.constantFrom(7, 40, 95, 300, 1441, 2890, 6000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('react' as const),
      flow,
      user: fc.constantFrom('ada', 'bob'),
      name: reaction,
    }),
  },
  { weight: 1, arbitrary: alias },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('again' as const), n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('pause' as const), flow }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('resume' as const),
      flow,
      mode: fc.constantFrom('now' as const, 'spread' as const, 'skip' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('publish' as const),
      flow,
      drawing: fc.nat(1),
      people: fc.constantFrom('finish' as const, 'move' as const, 'leave' as const),
      alsoPast: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('stop' as const),
      flow,
      people: fc.constantFrom('finish' as const, 'leave' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom('retry' as const, 'skip' as const), flow }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('forget' as const),
      user: fc.constantFrom('ada', 'ada', 'bob'),
      back: fc.oneof(back, back, fc.constant<Said[]>([])),
    }),
  },
)
