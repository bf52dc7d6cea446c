import { Temporal } from 'temporal-polyfill'
import type { PressureSettings } from './pressure-settings'

/** What share of the usual limits a person still gets, step by step; 0: nothing commercial any more. */
export const pressureLevels = [1, 0.5, 0.25, 0] as const
export type PressureLevel = (typeof pressureLevels)[number]

/** What a person's level is reckoned from. */
export interface LevelFacts {
  /** The last visit, click or order, or when they became known, whichever is later. An open is no reaction. */
  silentSince: Date
  /** Their last answer on satisfaction was 2 of 5 or less, and they have neither visited, clicked nor ordered since. */
  isDissatisfied: boolean
  /** They asked for fewer messages. */
  wantsLess: boolean
}

/**
 * The level at `now`: one step down for each of the three spans of silence that has passed, one more for somebody
 * dissatisfied, and at least one for whoever asked for less. Reckoned, not stored, so that it is right at any moment.
 */
export function pressureLevel(
  { silentSince, isDissatisfied, wantsLess }: LevelFacts,
  settings: PressureSettings,
  now: Date,
  timeZone: string,
): PressureLevel {
  const lines = [settings.halfAfterDays, settings.quarterAfterDays, settings.stopAfterDays]
  const passed = lines.filter((days) => isPast(days, silentSince, now, timeZone)).length
  const silence = settings.sunset ? passed + (isDissatisfied ? 1 : 0) : 0
  const steps = Math.min(Math.max(silence, wantsLess ? 1 : 0), pressureLevels.length - 1)
  return pressureLevels[steps] ?? 0
}

const DAY_MS = 86_400_000
/** Farther off than any clock has been set in one go, the day that some islands left out included. */
const CLOSE_DAYS = 2

/** Asked of each mail twice, and close to the line hardly ever: only there the calendar is worth its price. */
function isPast(days: number, from: Date, now: Date, timeZone: string): boolean {
  const since = (now.getTime() - from.getTime()) / DAY_MS
  if (Math.abs(since - days) > CLOSE_DAYS) return since > days
  return now >= localDaysAfter(from, days, timeZone)
}

/** Local days, as the ladder of activity counts them: whatever the clocks did in between. */
const localDaysAfter = (from: Date, days: number, timeZone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(from.getTime())
      .toZonedDateTimeISO(timeZone)
      .add({ days }).epochMilliseconds,
  )
