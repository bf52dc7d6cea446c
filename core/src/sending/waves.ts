import { Temporal } from 'temporal-polyfill'

/** The clock on earth that shows a time first. */
const FIRST_ZONE = 'Pacific/Kiritimati'

/** Those whose clocks show the hour at one instant. `zones` null: whoever is left. */
export interface Wave {
  at: string
  zones: (string | null)[] | null
  /** How many of the audience it has, counted as the occurrence begins; left out of the last, which has the others. */
  people?: number
}

/**
 * When each zone's clocks show what those of `timeZone` show at `at`: one wave an instant, earliest first, and at the
 * end whoever is left, such as those whose zone became known meanwhile.
 * @param zones of the people there are; null for those without one, who go by `timeZone`
 * @param peopleByZone of the audience
 */
export function wavesOf(
  at: Date,
  timeZone: string,
  zones: readonly (string | null)[],
  peopleByZone: ReadonlyMap<string | null, number>,
): Wave[] {
  const byInstant = new Map<number, (string | null)[]>()
  for (const zone of zones) {
    const instant = sameWallTime(at, timeZone, zone ?? timeZone).getTime()
    byInstant.set(instant, [...(byInstant.get(instant) ?? []), zone])
  }
  const waves: Wave[] = [...byInstant]
    .sort(([a], [b]) => a - b)
    .map(([instant, some]) => ({
      ...{ at: new Date(instant).toISOString(), zones: some },
      people: some.reduce((sum, zone) => sum + (peopleByZone.get(zone) ?? 0), 0),
    }))
  return [...waves, { at: waves.at(-1)?.at ?? at.toISOString(), zones: null }]
}

/** When the first clock anywhere shows what those of `timeZone` show at `at`. */
export const firstWaveAt = (at: Date, timeZone: string): Date =>
  sameWallTime(at, timeZone, FIRST_ZONE)

/** In the hour that is skipped in spring, as far after the gap as meant into it; in the one that comes twice, the first. */
function sameWallTime(at: Date, timeZone: string, zone: string): Date {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds)
}
