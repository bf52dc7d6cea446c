import { z } from '@hono/zod-openapi'
import { ORDER_GOAL, type ReportSettings } from '@relance/core/report/report-settings'
import type { MessageFigures } from '@relance/db/report/message-figures'
import { instant } from '../http/schemas'

const count = z.int().min(0)

const goal = z
  .object({
    goal: z.string(),
    conversions: count,
    revenueCents: z.int(),
    bringsRevenue: z.boolean(),
  })
  .openapi('GoalFigures', {
    description: `How often an event that is a goal was credited to these messages. Revenue is of \`${ORDER_GOAL}\`, and of events whose amount the workspace’s settings name.`,
  })

/** What came of some messages. */
export const figures = z
  .object({
    sent: count,
    delivered: count,
    uniqueOpens: count,
    totalOpens: count,
    uniqueClicks: count,
    totalClicks: count,
    reactivity: z.number().nullable(),
    unsubscribed: count,
    complained: count,
    hardBounced: count,
    softBounced: count,
    blocked: count,
    interactive: count,
    withinMinute: count,
    actSeconds: z.number(),
    ownGoals: count,
    conversions: count,
    revenueCents: z.int(),
    goals: z.array(goal),
    robotOpens: count,
    robotClicks: count,
  })
  .openapi('MessageFigures')

/** What the figures were counted with. */
export const counting = z.object({
  from: instant,
  to: instant,
  timeZone: z.string(),
  creditDays: z.int(),
  creditOpens: z.boolean(),
})

/** What every route of figures says of them. */
export const meaning =
  'Counts of people but for totals. Delivered: sent, and not come back. Who clicked has opened. Reactivity: unique clicks of unique opens, null where nobody opened. A conversion is an order, or another event that is a goal of the workspace, credited to the last message clicked within `creditDays` days before it; where `creditOpens` is true, clicked or opened. `ownGoals`: runs that ended with their scenario’s own goal, each counted at the last message of the run before it. `interactive`: sent in answer to an act, and `withinMinute` within 60 seconds of it; `actSeconds` are all their seconds from the act to the sending, so that the average is `actSeconds / interactive`. What programs open and click is counted apart.'

/** Figures as they are told: every goal of the workspace is named, reached or not. */
export function toldFigures<Row extends MessageFigures>(
  row: Row,
  { goals, goalValues }: ReportSettings,
): Omit<Row, 'goals'> & z.infer<typeof figures> {
  return {
    ...row,
    reactivity: row.uniqueOpens > 0 ? row.uniqueClicks / row.uniqueOpens : null,
    goals: [ORDER_GOAL, ...goals].map((name) => ({
      goal: name,
      ...(row.goals[name] ?? { conversions: 0, revenueCents: 0 }),
      bringsRevenue: name === ORDER_GOAL || goalValues.some(({ event }) => event === name),
    })),
  }
}
