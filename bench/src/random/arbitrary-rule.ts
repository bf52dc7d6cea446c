import type { Rule } from '@relance/core/rule/rule'
import fc from 'fast-check'

/** Stands for a mail, or any step, of the drawing the rule comes into: `@3`. */
const someStep = fc.nat(9).map((n) => `@${n}`)
const ago = fc.constantFrom('PT6H', 'P1D', 'P2DT3H')

const field: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>(
    { field: 'color', op: '=', value: 'red' },
    { field: 'color', op: '!=', value: 'red' },
    { field: 'color', op: 'known' },
    { field: 'renewal', op: 'known', value: false },
  ),
  fc.record({
    field: fc.constantFrom('ordersCount', 'visitsCount'),
    op: fc.constantFrom('>=' as const, '=' as const, '<' as const),
    value: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    field: fc.constantFrom('lastVisitAt', 'lastOrderAt', 'createdAt', 'lastClickAt'),
    op: fc.constantFrom('<=' as const, '>=' as const, '<' as const, '>' as const),
    value: ago.map((duration) => ({ ago: duration })),
  }),
)

const consent = fc.constantFrom<Rule>(
  { consent: 'email', state: 'given' },
  { consent: 'email', state: 'unknown' },
)

const name = fc.constantFrom('Order Completed', 'Form Submitted', 'page', 'visit', 'Product Added')
const where = fc.constantFrom<Rule>(
  { field: 'value', op: '>=', value: 50 },
  { field: 'value', op: '<', value: 50 },
)
const count = fc.record({
  op: fc.constantFrom('>=' as const, '=' as const, '<' as const),
  value: fc.integer({ min: 1, max: 2 }),
})

const happened: fc.Arbitrary<Rule> = fc.record(
  {
    event: name,
    where: fc.option(where, { nil: undefined, freq: 3 }),
    count: fc.option(count, { nil: undefined }),
    since: fc.option(fc.constantFrom('entry', 'anchor'), { nil: undefined }),
  },
  { requiredKeys: ['event'] },
)

const inAWalk: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ field: 'own', op: 'known' }),
  fc.record({ event: name, within: ago }),
  fc.record({ event: name, since: someStep }),
  fc.record({ event: fc.constant('Email Link Clicked'), of: someStep }),
  fc.record({
    event: fc.constant('Order Completed'),
    sum: fc.record({
      property: fc.constant('revenue'),
      op: fc.constant('>=' as const),
      value: fc.constantFrom(30, 60),
    }),
  }),
)

const treeOf = (leaf: fc.Arbitrary<Rule>): fc.Arbitrary<Rule> =>
  fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
    {
      weight: 1,
      arbitrary: fc.array(leaf, { minLength: 2, maxLength: 2 }).map((and) => ({ and })),
    },
    { weight: 1, arbitrary: fc.array(leaf, { minLength: 2, maxLength: 2 }).map((or) => ({ or })) },
  )

/** Rules for conditions: everything a rule can ask of a person and their walk. */
export const conditionRule = treeOf(fc.oneof(field, consent, happened, inAWalk))

/** Rules that end a run the moment they hold; windows that slide with time are looked at daily and left out. */
export const exitRule = treeOf(
  fc.oneof(field, consent, happened, fc.constant<Rule>({ field: 'own', op: 'known' })),
)

/** Rules about a person alone, for filters and audiences. */
export const personRule = treeOf(fc.oneof(field, consent))

/** A rule about an event's own properties. */
export const eventRule = where
