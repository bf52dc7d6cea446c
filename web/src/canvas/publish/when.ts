import { atLocalTime, localDate } from '@relance/core/time/local-time'
import { readLocalDate } from '@relance/core/time/read-local-date'
import type { Clock } from './use-clock'

/** Now, or a day and a time of the workspace's clock. */
export interface When {
  isLater: boolean
  /** `2026-12-03` */
  day: string
  /** `09:00` */
  time: string
}

/** Proposes nine in the morning of the day after. */
export const tomorrow = ({ now, timeZone }: Clock): When => ({
  ...{ isLater: false, time: '09:00' },
  day: localDate(new Date(now), timeZone).add({ days: 1 }).toString(),
})

/** An instant as it is asked for here. */
export const whenOf = (at: string, timeZone: string): When => ({
  isLater: true,
  day: localDate(new Date(at), timeZone).toString(),
  time: new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(new Date(at)),
})

/** The instant that was chosen, ISO 8601; null: now, or it is not whole yet. */
export function instantOf({ isLater, day, time }: When, timeZone: string): string | null {
  const date = isLater && time ? readLocalDate(day, timeZone) : null
  return date && atLocalTime(date, time, timeZone).toISOString()
}
