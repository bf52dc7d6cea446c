/** How long something lasts, by unit as it was written; whole numbers, never negative. */
export interface DurationParts {
  /** -1 for `-P7D`, 0 for a duration of nothing. */
  sign: -1 | 0 | 1
  years: number
  months: number
  weeks: number
  days: number
  hours: number
  minutes: number
  seconds: number
  milliseconds: number
}

const DATE = '(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?'
const part = (unit: string) => `(?:(\\d+)(?:[.,](\\d{1,9}))?${unit})?`
const ISO = new RegExp(
  `^([+-])?P(?=[\\dT])${DATE}(?:T(?=\\d)${part('H')}${part('M')}${part('S')})?$`,
  'i',
)

const MS = { hour: 3_600_000, minute: 60_000, second: 1_000 }
/** As of Temporal: calendar units below 2^32, all the rest together below 2^53 seconds. */
const MOST_CALENDAR = 2 ** 32
const MOST_SECONDS = 2 ** 53

/**
 * The parts of an ISO 8601 duration, null for a text that is none. Accepts what `Temporal.Duration.from` does, of which
 * it is a small part: a page that only shows durations need not fetch all of Temporal.
 */
export function durationParts(iso: string): DurationParts | null {
  const match = ISO.exec(iso)
  if (!match) return null
  const [, sign, years, months, weeks, days, ...time] = match
  const clock = clockParts(time)
  if (!clock) return null
  const parts = {
    ...{ years: whole(years), months: whole(months), weeks: whole(weeks), days: whole(days) },
    ...clock,
  }
  if (!isInReach(parts)) return null
  const isNothing = Object.values(parts).every((value) => value === 0)
  return { sign: isNothing ? 0 : sign === '-' ? -1 : 1, ...parts }
}

const whole = (digits: string | undefined) => Number(digits ?? 0)

/** Hours, minutes and seconds; a fraction belongs to the last that is given, and fills the units below it. */
function clockParts(found: (string | undefined)[]) {
  const [hours, hourPart, minutes, minutePart, seconds, secondPart] = found
  if (hourPart !== undefined && (minutes ?? seconds) !== undefined) return null
  if (minutePart !== undefined && seconds !== undefined) return null
  const share = (digits: string | undefined, ms: number) =>
    digits === undefined ? 0 : Math.floor(Number(`0.${digits}`) * ms)
  let rest = share(hourPart, MS.hour) + share(minutePart, MS.minute) + share(secondPart, MS.second)
  const take = (ms: number) => {
    const taken = Math.floor(rest / ms)
    rest -= taken * ms
    return taken
  }
  return {
    hours: whole(hours),
    minutes: whole(minutes) + take(MS.minute),
    seconds: whole(seconds) + take(MS.second),
    milliseconds: rest,
  }
}

function isInReach({ years, months, weeks, days, hours, minutes, seconds }: Parts): boolean {
  if (Math.max(years, months, weeks) >= MOST_CALENDAR) return false
  return days * 86_400 + hours * 3_600 + minutes * 60 + seconds < MOST_SECONDS
}
type Parts = Omit<DurationParts, 'sign'>
