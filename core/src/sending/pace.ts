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

/** How many may have been let in by `now`: the first one at `from`, the others as evenly as whole minutes allow. */
export const allowedBy = (perMinute: number, from: Date, now: Date): number =>
  allowedIn(perMinute, Math.floor((now.getTime() - from.getTime()) / MINUTE_MS))

/** The first whole minute, counted from `from`, at which one more than `taken` may be let in. */
export function nextRoomAt(perMinute: number, from: Date, taken: number): Date {
  let minute = Math.max(0, Math.floor(taken / perMinute) - 1)
  while (allowedIn(perMinute, minute) <= taken) minute += 1
  return new Date(from.getTime() + minute * MINUTE_MS)
}

/**
 * From when a pace counts on, so that nobody is let in for a time in which nobody could be: a night between two zones'
 * hours, a worker that was away. What a look comes late by, up to a minute, is made up for.
 */
export function countedOn(
  perMinute: number,
  { from, taken, now }: { from: Date; taken: number; now: Date },
): Date {
  const idleMs = now.getTime() - nextRoomAt(perMinute, from, taken).getTime()
  return idleMs > MINUTE_MS ? new Date(from.getTime() + idleMs) : from
}

/** Of `minute` minutes and the one that begins. A hair less, so that a third of three is one, and not two. */
const allowedIn = (perMinute: number, minute: number) =>
  Math.max(1, Math.ceil((minute + 1) * perMinute - 1e-9))

/** Months and years as those from the first of January of a common year on. */
const minutesOf = (duration: string) =>
  Temporal.Duration.from(duration).total({ unit: 'minutes', relativeTo: '2026-01-01' })
