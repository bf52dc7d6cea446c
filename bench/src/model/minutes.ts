export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** Milliseconds of an ISO 8601 duration of days and less. */
export function msOf(duration: string): number {
  const [, sign, days, hours, minutes] =
    /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? []
  const ms = Number(days ?? 0) * DAY + (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE
  return sign ? -ms : ms
}

export const iso = (at: number): string => new Date(at).toISOString()
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))
