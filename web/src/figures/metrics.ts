import type { FigureListName } from '@relance/core/report/message-figure'
import { ORDER_GOAL } from '@relance/core/report/report-settings'
import type { MessageFigures } from '../api/reports'

/** What can be followed over time. */
export const metrics = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'reactivity',
  'unsubscribed',
  'complained',
  'returned',
  'ownGoals',
  'orders',
  'revenue',
] as const
export type Metric = (typeof metrics)[number]

interface MetricOf {
  /** What it measures: a number, a share from 0 to 1, or cents. */
  kind: 'number' | 'share' | 'money'
  /** Null: a share of nobody. */
  value: (figures: MessageFigures) => number | null
  /** The figure whose list stands behind it; none behind what is counted in several. */
  figure?: FigureListName
  goal?: string
}

const part = (some: number, whole: number) => (whole > 0 ? some / whole : null)

/** How each is read off figures; rates are of what was delivered, returns of what was sent. */
export const metricOf: Readonly<Record<Metric, MetricOf>> = {
  sent: { kind: 'number', value: ({ sent }) => sent, figure: 'sent' },
  delivered: { kind: 'number', value: ({ delivered }) => delivered, figure: 'delivered' },
  opened: {
    kind: 'share',
    value: (of) => part(of.uniqueOpens, of.delivered),
    figure: 'uniqueOpens',
  },
  clicked: {
    kind: 'share',
    value: (of) => part(of.uniqueClicks, of.delivered),
    figure: 'uniqueClicks',
  },
  reactivity: { kind: 'share', value: ({ reactivity }) => reactivity, figure: 'reactivity' },
  unsubscribed: {
    kind: 'share',
    value: (of) => part(of.unsubscribed, of.delivered),
    figure: 'unsubscribed',
  },
  complained: {
    kind: 'share',
    value: (of) => part(of.complained, of.delivered),
    figure: 'complained',
  },
  returned: { kind: 'share', value: (of) => part(of.sent - of.delivered, of.sent) },
  ownGoals: { kind: 'number', value: ({ ownGoals }) => ownGoals, figure: 'ownGoals' },
  orders: {
    kind: 'number',
    value: ({ goals }) => goals.find(({ goal }) => goal === ORDER_GOAL)?.conversions ?? 0,
    figure: 'conversions',
    goal: ORDER_GOAL,
  },
  revenue: { kind: 'money', value: ({ revenueCents }) => revenueCents, figure: 'revenueCents' },
}

/** How many rows stand behind a metric's list. */
export const rowsBehind = (metric: Metric, figures: MessageFigures): number => {
  const { figure } = metricOf[metric]
  if (metric === 'orders') return metricOf.orders.value(figures) ?? 0
  if (metric === 'revenue') return countEarning(figures)
  if (metric === 'reactivity') return figures.uniqueOpens
  return figure && figure !== 'reactivity' ? figures[figure] : 0
}

/** How many of the goals reached bring money. */
export const countEarning = ({ goals }: MessageFigures): number =>
  goals.reduce((sum, { bringsRevenue, conversions }) => sum + (bringsRevenue ? conversions : 0), 0)

/** How a metric changed: a share by points, all else by its own share; null where there is nothing to compare with. */
export function changeOf(
  metric: Metric,
  now: MessageFigures,
  before: MessageFigures,
): { kind: 'points' | 'share'; change: number } | null {
  const { kind, value } = metricOf[metric]
  const [is, was] = [value(now), value(before)]
  if (is === null || was === null) return null
  if (kind === 'share') return { kind: 'points', change: is - was }
  return was === 0 ? null : { kind: 'share', change: is / was - 1 }
}
