import { Temporal } from 'temporal-polyfill'
import { nextLocalTime } from '../time/local-time'
import type { QuietHours } from './pressure-settings'

/** When quiet hours end that `now` falls into; null outside them. `from` is quiet, `to` no longer is. */
export function quietUntil(now: Date, { from, to }: QuietHours, timeZone: string): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to
  return isQuiet ? nextLocalTime(now, { at: to }, timeZone) : null
}
