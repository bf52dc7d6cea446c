const whole = (from: number, to: number, text: string) => {
  const value = /^[+-]?\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

/** `+3` or `-1`, of so many: counted from the start or from the end, never zero. */
const eitherWay = (most: number) => (text: string) => whole(-most, most, text) || null

const within = (from: number, to: number) => (text: string) => whole(from, to, text)

const weekdayToken = (text: string) =>
  /^([+-]?0?[1-9]|[+-]?[1-4]\d|[+-]?5[0-3])?(MO|TU|WE|TH|FR|SA|SU)$/.test(text) ? text : null

/** The lists a rule may have: how each entry reads; null where it is not one. */
export const numberLists = {
  BYSECOND: within(0, 59),
  BYMINUTE: within(0, 59),
  BYHOUR: within(0, 23),
  BYMONTHDAY: eitherWay(31),
  BYYEARDAY: eitherWay(366),
  BYWEEKNO: eitherWay(53),
  BYMONTH: within(1, 12),
  BYSETPOS: eitherWay(366),
} satisfies Record<string, (text: string) => number | null>

/** `1,15` by one reader of its entries; null when any entry is wrong. */
export function readList<Entry>(text: string, read: (entry: string) => Entry | null) {
  const entries = text.split(',').map(read)
  return entries.every((entry) => entry !== null) ? [...new Set(entries as Entry[])] : null
}

export const readWeekdays = (text: string) => readList(text, weekdayToken)

export const isCount = (text: string) => whole(1, 99_999, text) !== null

const STAMP = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/

/** Whether `20260302` or `20260302T100000Z` names a date, and a time where it has one. */
export function isStamp(text: string): boolean {
  const parts = STAMP.exec(text)
  if (!parts) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return false
  // The 30th of February becomes a day of March.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
