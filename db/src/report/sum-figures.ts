import { messageFigureNames } from '@relance/core/report/message-figure'
import type { GoalFigures, MessageFigures } from './message-figures'

const NOTHING: MessageFigures = {
  ...{ sent: 0, delivered: 0, uniqueOpens: 0, totalOpens: 0, uniqueClicks: 0, totalClicks: 0 },
  ...{ unsubscribed: 0, complained: 0, hardBounced: 0, softBounced: 0, blocked: 0 },
  ...{ interactive: 0, withinMinute: 0, actSeconds: 0 },
  ...{ ownGoals: 0, conversions: 0, revenueCents: 0, goals: {}, robotOpens: 0, robotClicks: 0 },
}

/** The figures of several rows together; each message is in one of them, so all may be added. None: all are 0. */
export function sumFigures(rows: readonly MessageFigures[]): MessageFigures {
  const sum = { ...NOTHING, goals: { ...NOTHING.goals } }
  for (const row of rows) {
    for (const figure of messageFigureNames) sum[figure] += row[figure]
    sum.actSeconds += row.actSeconds
    for (const [goal, figures] of Object.entries(row.goals))
      sum.goals[goal] = addGoal(sum.goals[goal], figures)
  }
  return sum
}

const addGoal = (sum: GoalFigures | undefined, { conversions, revenueCents }: GoalFigures) => ({
  conversions: (sum?.conversions ?? 0) + conversions,
  revenueCents: (sum?.revenueCents ?? 0) + revenueCents,
})
