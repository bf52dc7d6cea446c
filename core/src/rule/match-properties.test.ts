import { expect, test } from 'vitest'
import { matchProperties } from './match-properties'
import type { Operator, RuleValue } from './rule'

const now = new Date('2026-03-23T10:00:00Z')
const properties = {
  revenue: 60,
  total: '12.50',
  coupon: 'WELCOME',
  gift: false,
  tags: ['new', 'red'],
  products: { count: 2 },
  lines: [{ category: 'prints' }, { category: 'cards' }],
  'utm.source': 'mail',
  seenAt: '2026-03-02T10:00:00Z',
  nothing: null,
}

test.each<[string, Operator, RuleValue | undefined, boolean]>([
  ['revenue', '>=', 60, true],
  ['revenue', '<', 60, false],
  ['total', '>', 12, true],
  ['coupon', '=', 'WELCOME', true],
  ['coupon', '!=', 'OTHER', true],
  ['coupon', 'in', ['A', 'WELCOME'], true],
  ['coupon', 'contains', 'COME', true],
  ['coupon', 'starts-with', 'WEL', true],
  ['gift', '=', false, true],
  ['tags', 'contains', 'red', true],
  ['tags', 'contains', 're', false],
  ['products.count', '=', 2, true],
  ['lines.category', 'contains', 'prints', true],
  ['lines.category', 'contains', 'mugs', false],
  ['lines.brand', 'known', undefined, false],
  ['utm.source', '=', 'mail', true],
  ['seenAt', '<=', { ago: 'P21D' }, true],
  ['seenAt', '<', { ago: 'P21D' }, false],
  ['coupon', 'known', undefined, true],
  ['nothing', 'known', undefined, false],
  ['absent', '!=', 'x', false],
  ['coupon', '>', 5, false],
  ['coupon', 'contains', 'come', true],
  ['gift', '!=', true, true],
  ['gift', '>', false, false],
  ['seenAt', '>=', '2026-03-02', true],
  ['absent', 'known', false, true],
  ['coupon', 'known', false, false],
  ['constructor', 'known', undefined, false],
])('%s %s %j: %s', (field, op, value, holds) => {
  expect(matchProperties({ field, op, value }, properties, now)).toBe(holds)
})

test('no rule holds for every event; groups and denials hold as written', () => {
  expect(matchProperties(null, {}, now)).toBe(true)
  const isGift = { field: 'gift', op: '=', value: true } as const
  expect(
    matchProperties(
      { and: [{ not: isGift }, { or: [isGift, { field: 'revenue', op: '>', value: 50 }] }] },
      properties,
      now,
    ),
  ).toBe(true)
  expect(matchProperties({ or: [] }, properties, now)).toBe(false)
})
