import { expect, test } from 'vitest'
import type { MessageFigures } from '../api/reports'
import { changeOf, metricOf, rowsBehind } from './metrics'

const order = { goal: 'Order Completed', bringsRevenue: true }

const figures = (some: Partial<MessageFigures>): MessageFigures => ({
  ...{ sent: 0, delivered: 0, uniqueOpens: 0, totalOpens: 0, uniqueClicks: 0, totalClicks: 0 },
  ...{ reactivity: null, unsubscribed: 0, complained: 0, hardBounced: 0, softBounced: 0 },
  ...{ blocked: 0, ownGoals: 0, conversions: 0, revenueCents: 0, robotOpens: 0, robotClicks: 0 },
  ...{ interactive: 0, withinMinute: 0, actSeconds: 0 },
  goals: [{ ...order, conversions: 0, revenueCents: 0 }],
  ...some,
})

test('rates are of what was delivered, returns of what was sent, and a share of nobody is none', () => {
  const some = figures({ sent: 1000, delivered: 980, uniqueOpens: 300 })
  expect(metricOf.opened.value(some)).toBeCloseTo(0.3061, 4)
  expect(metricOf.returned.value(some)).toBeCloseTo(0.02, 4)
  expect(metricOf.opened.value(figures({}))).toBeNull()
})

test('a share changes by points, a count by its own share, and from nothing by neither', () => {
  const before = figures({ sent: 100, delivered: 100, uniqueOpens: 20 })
  const now = figures({ sent: 150, delivered: 150, uniqueOpens: 45 })
  expect(changeOf('sent', now, before)).toEqual({ kind: 'share', change: 0.5 })
  expect(changeOf('opened', now, before)?.change).toBeCloseTo(0.1, 9)
  expect(changeOf('sent', now, figures({}))).toBeNull()
  expect(changeOf('opened', now, figures({}))).toBeNull()
})

test('behind revenue stands every goal that brings money, behind reactivity whoever opened, behind a sum nothing', () => {
  const some = figures({
    ...{ revenueCents: 4500, uniqueOpens: 3 },
    goals: [
      { ...order, conversions: 2, revenueCents: 4000 },
      { goal: 'quote', bringsRevenue: true, conversions: 1, revenueCents: 500 },
      { goal: 'signed_up', bringsRevenue: false, conversions: 7, revenueCents: 0 },
    ],
  })
  expect(rowsBehind('revenue', some)).toBe(3)
  expect(rowsBehind('orders', some)).toBe(2)
  expect(rowsBehind('reactivity', some)).toBe(3)
  expect(rowsBehind('returned', some)).toBe(0)
})
