import { behaviourLabels } from '@relance/core/contact/behaviour'
import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import type { Leaf } from '@relance/core/rule/rule-shape'
import fc from 'fast-check'

const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
const duration = fc.constantFrom('P7D', 'P1M', 'PT24H', 'P30D', 'P20D')
const scalar = fc.constantFrom<string | number | boolean>(
  ...[5, 7.5, 3, 4, 50, 'Lyon', 'ly', 'é', '', true, false, 'a', 'X', '5', '2026-03-05', 'prints'],
)
const fieldRule = (fields: string[]) =>
  fc.oneof(
    fc.record({
      field: fc.constantFrom(...fields),
      op: fc.oneof(comparison, fc.constantFrom('contains', 'starts-with', 'known')),
      value: scalar,
    }),
    fc.record({
      field: fc.constantFrom(...fields),
      op: fc.constant('in'),
      value: fc.array(scalar, { maxLength: 3 }),
    }),
    fc.record({
      field: fc.constantFrom(...fields),
      op: comparison,
      value: fc.record({ ago: duration }),
    }),
  ) as fc.Arbitrary<FieldLeaf>
const numberRule = fc.record({
  field: fc.constantFrom('ordersCount', 'revenueCents'),
  op: comparison,
  value: fc.constantFrom(0, 1, 2, 4000, 9999),
}) as fc.Arbitrary<FieldLeaf>
const instantRule = fc.record({
  field: fc.constantFrom('lastOrderAt', 'firstOrderAt', 'lastInteractionAt'),
  op: comparison,
  value: fc.oneof(
    fc.record({ ago: duration }),
    fc.constantFrom('2026-03-24', '2026-03-10T12:00:00Z'),
  ),
}) as fc.Arbitrary<FieldLeaf>
const favouriteRule = fc.oneof(
  fc.record({
    field: fc.constantFrom('favouriteCategory', 'favouriteBrand', 'favouriteCreator'),
    op: fc.oneof(comparison, fc.constantFrom('contains', 'starts-with', 'known')),
    value: fc.constantFrom('a', 'prints', 'X', 'é', 'ly', ''),
  }),
  fc.record({
    field: fc.constantFrom('favouriteCategory', 'favouriteBrand'),
    op: fc.constant('in'),
    value: fc.array(fc.constantFrom('a', 'prints', 'X', 'é'), { maxLength: 3 }),
  }),
) as fc.Arbitrary<FieldLeaf>
const listRule = fc.record({
  field: fc.constantFrom('labels', 'interests', 'sectionsSeen'),
  op: fc.oneof(
    { weight: 4, arbitrary: fc.constant('contains') },
    { weight: 1, arbitrary: fc.constantFrom('known', 'starts-with', '=', '!=', '<') },
  ),
  value: fc.constantFrom(...behaviourLabels, 'a', 'prints', 'X', '5', ''),
}) as fc.Arbitrary<FieldLeaf>
const traits = ['score', 'city', 'vip', 'tags', 'since', 'traits.city', 'address.city', 'nothing']
const properties = ['revenue', 'coupon', 'stars', 'products.category', 'properties.revenue']
const where = fc.oneof(
  fieldRule(properties),
  fc.record({ and: fc.array(fieldRule(properties), { maxLength: 2 }) }),
  fc.record({ not: fieldRule(properties) }),
) as fc.Arbitrary<Rule>
/** There or not, as often one as the other. */
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 1, nil: undefined })
const count = fc.record({ op: comparison, value: fc.integer({ min: 0, max: 3 }) })
const sum = fc.record({
  property: fc.constantFrom('revenue', 'stars'),
  op: comparison,
  value: fc.constantFrom(0, 4, 49.99, 100),
})
const eventRule = fc
  .record({
    event: fc.constantFrom(
      'Order Completed',
      'Liked',
      'Email Link Clicked',
      'Product Viewed',
      'Never',
    ),
    where: maybe(where),
    within: maybe(duration),
    since: maybe(fc.constantFrom('entry', 'anchor', 'mail-1', 'mail-2')),
    of: maybe(fc.constantFrom('mail-1', 'mail-2')),
    measure: fc.oneof(fc.constant({}), fc.record({ count }), fc.record({ sum })),
  })
  .map(
    ({ of, measure, ...leaf }): EventLeaf =>
      ({ ...leaf, ...measure, ...(leaf.event.startsWith('Email') && { of }) }) as EventLeaf,
  )
const consentRule = fc.record({
  consent: fc.constantFrom('email', 'sms'),
  state: fc.constantFrom('given', 'refused', 'unknown'),
}) as fc.Arbitrary<Rule>
const segmentRule = fc.record({
  segment: fc.constantFrom('0', '1', '2', '3'),
  member: fc.boolean(),
}) as fc.Arbitrary<Rule>
/** Any rule. Segments in it are chosen by their place: the ids are not known yet. */
export const { rule: anyRule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: fieldRule(traits) },
    numberRule,
    instantRule,
    favouriteRule,
    listRule,
    { weight: 3, arbitrary: eventRule },
    consentRule,
    segmentRule,
    fc.record({ and: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

/** What rules ask for, as `kindOfLeaf` names it. */
export const everyKind = [
  ...['city', 'tags', 'address.city', 'ordersCount', 'revenueCents'],
  ...['lastOrderAt', 'firstOrderAt', 'lastInteractionAt'],
  ...['labels', 'interests', 'sectionsSeen'],
  ...['favouriteCategory', 'favouriteBrand', 'favouriteCreator'],
  ...[
    'count Order Completed',
    'sum Order Completed',
    'count Email Link Clicked',
    'consent',
    'segment',
  ],
]

/** What a leaf asks for. */
export function kindOfLeaf(leaf: Leaf): string {
  if ('field' in leaf) return leaf.field
  if ('event' in leaf) return `${leaf.sum ? 'sum' : 'count'} ${leaf.event}`
  return 'consent' in leaf ? 'consent' : 'segment'
}
