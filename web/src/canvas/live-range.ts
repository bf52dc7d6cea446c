import type { FigureRange } from '../api/figure-range'

/** The periods that figures can be seen of, as the address says them. */
const periods = ['version', '7-days', '30-days', 'all'] as const
export type Period = (typeof periods)[number]

/** What the address of the Live tab says: which version is drawn (none: the live one), and whose figures it shows. */
export interface LiveSearch {
  version?: number
  people?: Period
}

/** Reads an address; what it says wrongly is left out. */
export const liveSearch = (search: Record<string, unknown>): LiveSearch => {
  const version = Number(search.version)
  const people = periods.find((each) => each === search.people)
  return {
    ...(Number.isSafeInteger(version) && version > 0 && { version }),
    ...(people && { people }),
  }
}

/** The periods offered while a version is drawn: those of everybody belong on the live drawing alone. */
export const periodsFor = (isLive: boolean): readonly Period[] =>
  isLive ? periods : periods.filter((period) => period !== 'all')

/**
 * Whose runs count while a version is drawn. On the live drawing days count everybody who entered, on whichever version;
 * on an older one only those who walk it.
 */
export function rangeOf(period: Period, drawn: number, isLive: boolean): FigureRange {
  if (period === 'version') return { version: drawn }
  if (period === 'all') return isLive ? {} : { version: drawn }
  const days = period === '7-days' ? 7 : 30
  return isLive ? { days } : { version: drawn, days }
}
