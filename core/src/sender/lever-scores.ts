import { z } from 'zod'

/** What a sender's mails arriving depends on, in the order in which it is worth working at. */
export const levers = ['set-up', 'base', 'volume', 'filtering', 'complaints'] as const
export type Lever = (typeof levers)[number]

/** How a lever stands, and the figures that say why. */
export const leverScore = z.object({
  lever: z.enum(levers),
  /** 0 to 100; null: there is nothing to go by yet. */
  score: z.int().min(0).max(100).nullable(),
  /** `part` of `all`: checks in order, mails that came back or were refused, complaints; for the volume the largest day and the usual one. */
  part: z.number(),
  all: z.number(),
})
export type LeverScore = z.infer<typeof leverScore>

/** What they are reckoned from. */
export interface LeverFacts {
  /** Checks of the domain and of the servers, and those in order. */
  checks: { ok: number; all: number }
  /** Mails of the last seven days, and what came of them. */
  sent: number
  hardBounced: number
  blocked: number
  complained: number
  /** Mails of the largest day of the last seven, and of a usual day of the three weeks before. */
  largestDay: number
  usualDay: number
}

/** Of those who came back for good: an import is paused at the second share. */
const BASE = [0.005, 0.02] as const
/** How many times the usual the largest day was: a warm-up doubles each day. */
const VOLUME = [2, 5] as const
/** A domain that knows nobody yet may begin with as many a day as a warm-up does. */
const FIRST_DAY = 500
/** Refused as unwanted (5.7.x): one in a hundred is more than any reputation bears; a choice of ours. */
const FILTERING = [0, 0.01] as const
/** Marketing is paused at the second share. */
const COMPLAINTS = [0, 0.003] as const

/** 100 up to the first value, 0 from the second on, straight in between; whole points. */
const between = (value: number, [good, bad]: readonly [number, number]) =>
  Math.round(100 * Math.min(1, Math.max(0, (bad - value) / (bad - good))))

/** The score of each lever. What has sent nothing in a week is judged by its set-up alone. */
export function leverScores(facts: LeverFacts): LeverScore[] {
  const { checks, sent, hardBounced, blocked, complained, largestDay, usualDay } = facts
  const byShare = (lever: Lever, part: number, limits: readonly [number, number]): LeverScore => ({
    ...{ lever, part, all: sent },
    score: sent > 0 ? between(part / sent, limits) : null,
  })
  const usual = Math.max(usualDay, FIRST_DAY)
  return [
    {
      ...{ lever: 'set-up', part: checks.ok, all: checks.all },
      score: checks.all > 0 ? Math.round((100 * checks.ok) / checks.all) : null,
    },
    byShare('base', hardBounced, BASE),
    {
      ...{ lever: 'volume', part: largestDay, all: usual },
      score: sent > 0 ? between(largestDay / usual, VOLUME) : null,
    },
    byShare('filtering', blocked, FILTERING),
    byShare('complaints', complained, COMPLAINTS),
  ]
}
