import type { Concern } from '@relance/db/backtest/find-concerned'

/** Whom either of two triggers may concern, up to the same instant. */
export const concernOfBoth = (one: Concern, other: Concern): Concern => ({
  names: [...new Set([...one.names, ...other.names])],
  visits: one.visits || other.visits,
  newcomers: one.newcomers || other.newcomers,
  everybody: one.everybody || other.everybody,
  from: new Date(Math.min(one.from.getTime(), other.from.getTime())),
  until: one.until,
})
