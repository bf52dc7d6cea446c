import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Monday 1 January 2024, midnight: the week and month a rule without a start counts from. */
const DEFAULT_START = '2024-01-01T00:00:00'

const zoned = (text: string, timeZone: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone)

function parse(text: string, timeZone: string) {
  const rruleString = text.startsWith('RRULE:') || text.includes('DTSTART') ? text : `RRULE:${text}`
  return new RRuleTemporal({
    rruleString,
    dtstart: zoned(DEFAULT_START, timeZone),
    temporal: Temporal,
  })
}

const canParse = (text: string) => {
  try {
    return parse(text, 'UTC').options().freq !== undefined
  } catch {
    return false
  }
}

/** A recurrence rule of RFC 5545, in local time: `FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0`. */
export const recurrenceRule = z.string().refine(canParse, { error: 'not a recurrence' })

/** What a rule repeats by. Only what the words and the form need of it. */
export const recurrenceParts = (rrule: string) => parse(rrule, 'UTC').options()

/** The first occurrence after an instant, or null when the rule has run out. Local times go by `timeZone`. */
export function nextOccurrence(rrule: string, after: Date, timeZone: string): Date | null {
  const next = parse(rrule, timeZone).next(after)
  return next ? new Date(next.epochMilliseconds) : null
}
