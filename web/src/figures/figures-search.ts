import type { ReportGroup, ReportPeriod } from '../api/reports'

/** What the address of a page of figures says: bookmarked, it shows the same. */
export interface FiguresSearch extends ReportPeriod {
  by?: ReportGroup
}

export const reportGroups: readonly ReportGroup[] = ['mail', 'node', 'flow', 'typology', 'mode']

/** Without anything said. */
export const DAYS = 30

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** What can be read of an address; the rest is as if it were not there. */
export function readFiguresSearch(said: Record<string, unknown>): FiguresSearch {
  const read: FiguresSearch = {}
  const by = reportGroups.find((group) => group === said.by)
  if (by && by !== 'mail') read.by = by
  if (isDate(said.from) && isDate(said.to) && said.from < said.to) {
    read.from = said.from
    read.to = said.to
  } else if (Number.isInteger(said.days) && Number(said.days) >= 1 && Number(said.days) <= 3650)
    read.days = Number(said.days)
  return read
}

/** The period an address means. */
export const periodOf = ({ from, to, days }: FiguresSearch): ReportPeriod =>
  from && to ? { from, to } : { days: days ?? DAYS }

const DAY_MS = 86_400_000

/** The date so many days from another; both as `2026-03-02`. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
