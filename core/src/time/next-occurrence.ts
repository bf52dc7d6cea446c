import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

/** Monday 1 January 2024, midnight: the week and month a rule without a start counts from. */
const DEFAULT_START = '2024-01-01T00:00:00'

/**
 * The first occurrence after an instant, or null when the rule has run out. Local times go by `timeZone`.
 * Apart from the rule's own file, because its library is large and no browser needs it.
 */
export function nextOccurrence(rrule: string, after: Date, timeZone: string): Date | null {
  const isWhole = rrule.startsWith('RRULE:') || rrule.includes('DTSTART')
  const next = new RRuleTemporal({
    rruleString: isWhole ? rrule : `RRULE:${rrule}`,
    dtstart: Temporal.PlainDateTime.from(DEFAULT_START).toZonedDateTime(timeZone),
    temporal: Temporal,
  }).next(after)
  return next ? new Date(next.epochMilliseconds) : null
}
