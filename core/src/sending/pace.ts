import { Temporal } from 'temporal-polyfill'

/** How fast an audience is let in: so many people a minute, which may be a fraction. Null: at once. */
export type Pace = number | null

/** What a schedule says of its pace: people a minute or an hour, or everybody spread over a while (ISO duration). */
export interface PaceChoice {
  pace?: 'none' | 'minute' | 'hour' | 'over'
  people?: number | null
  over?: string | null
}

const MINUTE_MS = 60_000

/** The pace of an audience of `total` people. A choice without its figure means no pace. */
export function paceOf({ pace = 'none', people, over }: PaceChoice, total: number): Pace {
  if (pace === 'over') {
    const minutes = over ? minutesOf(over) : 0
    return minutes > 0 ? Math.max(total, 1) / minutes : null
  }
  if (pace === 'none' || !people) return null
  return pace === 'hour' ? people / 60 : people
}

/** How many may have been let in by `now`, the first minute's share at its beginning. */
export function allowedBy(perMinute: number, from: Date, now: Date): number {
  const minutes = Math.floor((now.getTime() - from.getTime()) / MINUTE_MS)
  // A hair over, so that 100 an hour are 100 in the sixtieth minute, and not 99.
  return Math.max(1, Math.floor((minutes + 1) * perMinute + 1e-9))
}

/** The first whole minute, counted from `from`, at which one more than `taken` may be let in. */
export function nextRoomAt(perMinute: number, from: Date, taken: number): Date {
  const minute = Math.max(0, Math.ceil((taken + 1) / perMinute - 1e-9) - 1)
  return new Date(from.getTime() + minute * MINUTE_MS)
}

/** When the last of `total` people is let in. */
export const lastRoomAt = (perMinute: number, from: Date, total: number): Date =>
  nextRoomAt(perMinute, from, Math.max(0, total - 1))

/** Months and years as those from the first of January of a common year on. */
const minutesOf = (duration: string) =>
  Temporal.Duration.from(duration).total({ unit: 'minutes', relativeTo: '2026-01-01' })
