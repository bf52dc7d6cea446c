import { Temporal } from 'temporal-polyfill'

const ISO_DATE = /^\d{4}-\d\d-\d\d$/
const WITH_ZONE = /(Z|[+-]\d\d:?\d\d)$/

/**
 * An instant written as ISO 8601. A date is its first instant in `timeZone`, a time without a zone is meant there.
 * Null where it is none.
 */
export function parseInstant(text: string, timeZone: string): Date | null {
  const written = text.trim().replace(' ', 'T')
  try {
    if (WITH_ZONE.test(written) && written.includes('T')) {
      return new Date(Temporal.Instant.from(written).epochMilliseconds)
    }
    const local = ISO_DATE.test(written)
      ? Temporal.PlainDate.from(written)
      : Temporal.PlainDateTime.from(written)
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return null // 2026-02-31 and the like: no date
  }
}
