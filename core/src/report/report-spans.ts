import { Temporal } from 'temporal-polyfill'
import { AppError } from '../error/app-error'
import { localDate, startOfDate } from '../time/local-time'

/** How finely a report is cut. */
export const reportSteps = ['day', 'week', 'month'] as const
export type ReportStep = (typeof reportSteps)[number]

/** From the first instant on and before the second. */
export interface Span {
  from: Date
  to: Date
}

/** More columns than anybody can read, and more than a year of days. */
const MOST_SPANS = 400

/** The local days that a span touches. */
const daysOf = ({ from, to }: Span, timeZone: string): number => {
  const last = localDate(new Date(Math.max(from.getTime(), to.getTime() - 1)), timeZone)
  return localDate(from, timeZone).until(last).days + 1
}

/** Today, which is until now, and the `days - 1` local days before it. What happens at `now` is in it. */
export function lastDays(days: number, now: Date, timeZone: string): Span {
  const first = localDate(now, timeZone).subtract({ days: days - 1 })
  return { from: startOfDate(first, timeZone), to: new Date(now.getTime() + 1) }
}

/** The span that came before, of as many local days and until the same time of day: what a span is compared with. */
export function spanBefore(span: Span, timeZone: string): Span {
  const days = daysOf(span, timeZone)
  const earlier = (at: Date) =>
    new Date(
      Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(timeZone)
        .subtract({ days }).epochMilliseconds,
    )
  return { from: earlier(span.from), to: earlier(span.to) }
}

/** A step that leaves a span readable: days up to a month, weeks up to half a year, months above. */
export function readableStep(span: Span, timeZone: string): ReportStep {
  const days = daysOf(span, timeZone)
  if (days <= 31) return 'day'
  return days <= 190 ? 'week' : 'month'
}

/**
 * A span cut at the local beginnings of days, weeks (Mondays) or months; the first and the last may be cut short.
 * Throws AppError invalid where there would be over 400.
 */
export function spansOf({ from, to }: Span, step: ReportStep, timeZone: string): Span[] {
  const spans: Span[] = []
  let start = from
  while (start < to) {
    if (spans.length === MOST_SPANS)
      throw new AppError('invalid', 'This period has too many parts: choose weeks or months.', {
        field: 'every',
      })
    const next = startOfDate(nextStep(localDate(start, timeZone), step), timeZone)
    const end = next < to ? next : to
    spans.push({ from: start, to: end })
    start = end
  }
  return spans
}

function nextStep(date: Temporal.PlainDate, step: ReportStep): Temporal.PlainDate {
  if (step === 'day') return date.add({ days: 1 })
  if (step === 'week') return date.add({ days: 8 - date.dayOfWeek })
  return date.with({ day: 1 }).add({ months: 1 })
}
