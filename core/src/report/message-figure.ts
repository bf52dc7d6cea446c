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
  'interactive',
  'withinMinute',
] as const

/** Figures that count what happened, each time. */
export const countedEvents = ['totalOpens', 'totalClicks', 'robotOpens', 'robotClicks'] as const

/** Figures that count runs: those that ended with their scenario's own goal, each at its last message before. */
export const countedRuns = ['ownGoals'] as const

/** Figures of what is credited: how often a goal was reached, and what they came to in money. */
export const countedGoals = ['conversions', 'revenueCents'] as const

/** Every figure of messages. */
export const messageFigureNames = [
  ...countedMessages,
  ...countedEvents,
  ...countedRuns,
  ...countedGoals,
] as const
export type MessageFigureName = (typeof messageFigureNames)[number]

/** What has a list: every figure, and reactivity, whose list is of those who opened, with whether they clicked. */
export const figureLists = [...messageFigureNames, 'reactivity'] as const
export type FigureListName = (typeof figureLists)[number]
