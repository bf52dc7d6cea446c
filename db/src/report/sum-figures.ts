import type { GoalFigures, MessageFigures } from './message-figures'

const NOTHING: MessageFigures = {
  ...{ sent: 0, delivered: 0, uniqueOpens: 0, totalOpens: 0, uniqueClicks: 0, totalClicks: 0 },
  ...{ unsubscribed: 0, complained: 0, hardBounced: 0, softBounced: 0, blocked: 0 },
  ...{ conversions: 0, revenueCents: 0, goals: {}, robotOpens: 0, robotClicks: 0 },
}

/** The figures of several rows together; each message is in one of them, so all may be added. None: all are 0. */
export const sumFigures = (rows: readonly MessageFigures[]): MessageFigures =>
  rows.reduce(
    (sum, row) => ({
      sent: sum.sent + row.sent,
      delivered: sum.delivered + row.delivered,
      uniqueOpens: sum.uniqueOpens + row.uniqueOpens,
      totalOpens: sum.totalOpens + row.totalOpens,
      uniqueClicks: sum.uniqueClicks + row.uniqueClicks,
      totalClicks: sum.totalClicks + row.totalClicks,
      unsubscribed: sum.unsubscribed + row.unsubscribed,
      complained: sum.complained + row.complained,
      hardBounced: sum.hardBounced + row.hardBounced,
      softBounced: sum.softBounced + row.softBounced,
      blocked: sum.blocked + row.blocked,
      conversions: sum.conversions + row.conversions,
      revenueCents: sum.revenueCents + row.revenueCents,
      goals: sumGoals(sum.goals, row.goals),
      robotOpens: sum.robotOpens + row.robotOpens,
      robotClicks: sum.robotClicks + row.robotClicks,
    }),
    NOTHING,
  )

function sumGoals(
  sum: Record<string, GoalFigures>,
  goals: Record<string, GoalFigures>,
): Record<string, GoalFigures> {
  const all = { ...sum }
  for (const [goal, { conversions, revenueCents }] of Object.entries(goals))
    all[goal] = {
      conversions: (all[goal]?.conversions ?? 0) + conversions,
      revenueCents: (all[goal]?.revenueCents ?? 0) + revenueCents,
    }
  return all
}
