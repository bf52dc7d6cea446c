import { Temporal } from 'temporal-polyfill'
import { localDate } from './local-time'

/** The local date a value of a contact means: a date as it is, an instant by its zone. Null where it is none. */
export function readLocalDate(value: unknown, timeZone: string): Temporal.PlainDate | null {
  if (value instanceof Date) return localDate(value, timeZone)
  if (typeof value !== 'string') return null
  try {
    if (/[Tt ].*([Zz]|[+-]\d\d:?\d\d)$/.test(value)) {
      return localDate(new Date(Temporal.Instant.from(value).epochMilliseconds), timeZone)
    }
    return Temporal.PlainDate.from(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
