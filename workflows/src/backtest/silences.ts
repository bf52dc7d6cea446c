import { addTo } from '@relance/core/time/add-to'

/** A line that was crossed: when, and counted from which last sign. */
export interface Silence {
  at: Date
  anchorAt: Date
}

/**
 * When somebody had given no sign for so long, within a time.
 * @param signals the instants of each signal, in order; one that was never given counts from `known`
 * @param line `all`: none of them was given; `any`: at least one of them was not
 */
export function silences(
  signals: readonly (readonly Date[])[],
  known: Date,
  { match, length }: { match: 'any' | 'all'; length: string },
  { from, until, timeZone }: { from: Date; until: Date; timeZone: string },
): Silence[] {
  const turns = [...new Set([known, ...signals.flat()].map((at) => at.getTime()))]
    .filter((at) => at >= known.getTime())
    .sort((one, other) => one - other)
  return turns.flatMap((turn, place) => {
    const lasts = signals.map((instants) => lastBy(instants, turn) ?? known.getTime())
    const anchorAt = new Date(match === 'any' ? Math.min(...lasts) : Math.max(...lasts))
    const at = addTo(anchorAt, length, timeZone)
    const next = turns[place + 1] ?? Number.POSITIVE_INFINITY
    const isHere = at.getTime() > turn && at.getTime() < next
    return isHere && at >= from && at <= until ? [{ at, anchorAt }] : []
  })
}

const lastBy = (instants: readonly Date[], by: number): number | undefined =>
  instants.findLast((at) => at.getTime() <= by)?.getTime()
