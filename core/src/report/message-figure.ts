/** Figures that count messages: whether something came of one at all. */
export const countedMessages = [
  'sent',
  'delivered',
  'uniqueOpens',
  'uniqueClicks',
  'unsubscribed',
  'complained',
  'hardBounced',
  'softBounced',
  'blocked',
] as const

/** Figures that count what happened, each time. */
export const countedEvents = ['totalOpens', 'totalClicks', 'robotOpens', 'robotClicks'] as const

/** Figures of what is credited: how often a goal was reached, and what the orders among them came to. */
export const countedGoals = ['conversions', 'revenueCents'] as const

/** Every figure of messages that has rows behind it. */
export const messageFigureNames = [...countedMessages, ...countedEvents, ...countedGoals] as const
export type MessageFigureName = (typeof messageFigureNames)[number]
