import type { Rule } from '@relance/core/rule/rule'
import type { WordKey } from '../words/format-message'

/** Segments most shops make first; each becomes the workspace's own when it is kept. */
export const readySegments: readonly { name: WordKey; rule: Rule }[] = [
  {
    name: 'segments.readyLoyal',
    rule: { and: [{ event: 'Order Completed', count: { op: '>=', value: 2 }, within: 'P12M' }] },
  },
  {
    name: 'segments.readyNew',
    rule: {
      and: [
        { field: 'ordersCount', op: '=', value: 1 },
        { event: 'Order Completed', within: 'P30D' },
      ],
    },
  },
  {
    name: 'segments.readySleeping',
    rule: {
      and: [
        { field: 'ordersCount', op: '>=', value: 1 },
        { not: { event: 'Order Completed', within: 'P90D' } },
      ],
    },
  },
  {
    name: 'segments.readyNeverBought',
    rule: {
      and: [
        { consent: 'email', state: 'given' },
        { field: 'ordersCount', op: '=', value: 0 },
      ],
    },
  },
  {
    name: 'segments.readyCart',
    rule: { and: [{ field: 'cart.lines', op: '>=', value: 1 }] },
  },
  {
    name: 'segments.readyDeclining',
    rule: { and: [{ field: 'declining', op: '=', value: 'true' }] },
  },
]
