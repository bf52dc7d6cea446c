import { z } from 'zod'
import { isKnownZone } from './known-zone'
import { isCount, isStamp, numberLists, readList, readWeekdays } from './recurrence-value'

const frequencies = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const

/** What a rule repeats by. Only what the words and the form need of it. */
export interface RecurrenceParts {
  freq: (typeof frequencies)[number]
  interval: number
  /** `MO`, or the last of a month: `-1MO`. */
  byDay?: string[]
  byMonthDay?: number[]
  byHour?: number[]
  byMinute?: number[]
}

/** A recurrence rule of RFC 5545, in local time: `FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0`. */
export const recurrenceRule = z
  .string()
  .refine((text) => readRecurrence(text) !== null, { error: 'not a recurrence' })

/** The parts of a rule. Throws RangeError when it is none. */
export function recurrenceParts(rrule: string): RecurrenceParts {
  const parts = readRecurrence(rrule)
  if (!parts) throw new RangeError('not a recurrence')
  return parts
}

/** A rule alone, or after a line that says when it starts: `DTSTART;TZID=Europe/Paris:20260302T090000`. */
function readRecurrence(text: string): RecurrenceParts | null {
  const lines = text.split(/\s+/)
  if (lines.length === 1) return readRule(text.replace(/^RRULE:/, ''))
  const rules = lines.filter((line) => line.startsWith('RRULE:'))
  const dates = lines.filter((line) => !line.startsWith('RRULE:'))
  const starts = dates.filter((line) => line.startsWith('DTSTART'))
  const [rule] = rules
  if (!rule || rules.length > 1 || starts.length !== 1 || !dates.every(isDateLine)) return null
  return readRule(rule.slice('RRULE:'.length))
}

/** `DTSTART:…`, `EXDATE:…` or `RDATE:…`, each with times and perhaps a zone. */
function isDateLine(line: string): boolean {
  const [, name, zone, stamps = ''] =
    /^(DTSTART|EXDATE|RDATE)(?:;TZID=([^:;]+))?:(.+)$/.exec(line) ?? []
  if (!name || (zone !== undefined && !isKnownZone(zone))) return false
  const all = stamps.split(',')
  return (
    (name !== 'DTSTART' || all.length === 1) &&
    all.every((stamp) => stamp.includes('T') && isStamp(stamp))
  )
}

function readRule(text: string): RecurrenceParts | null {
  const pairs = text
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='))
  const values = new Map(pairs.map(([name = '', value = '']) => [name, value]))
  const twice = values.size < pairs.length || pairs.some((pair) => pair.length !== 2)
  const freq = frequencies.find((each) => each === values.get('FREQ'))
  if (twice || !freq || (values.has('COUNT') && values.has('UNTIL'))) return null
  if (![...values].every(([name, value]) => isPart(name, value))) return null
  const numbers = (name: keyof typeof numberLists) => {
    const value = values.get(name)
    return value === undefined ? undefined : (readList(value, numberLists[name]) ?? undefined)
  }
  return {
    freq,
    interval: Number(values.get('INTERVAL') ?? 1),
    byDay: readWeekdays(values.get('BYDAY') ?? '') ?? undefined,
    byMonthDay: numbers('BYMONTHDAY'),
    byHour: numbers('BYHOUR')?.sort((a, b) => a - b),
    byMinute: numbers('BYMINUTE')?.sort((a, b) => a - b),
  }
}

function isPart(name: string, value: string): boolean {
  switch (name) {
    case 'FREQ':
      return true
    case 'INTERVAL':
    case 'COUNT':
      return isCount(value)
    case 'UNTIL':
      // An instant, or a whole day of the workspace.
      return isStamp(value) && (value.length === 8 || value.endsWith('Z'))
    case 'BYDAY':
      return readWeekdays(value) !== null
    case 'WKST':
      return /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value)
    default:
      return isNumberList(name) && readList(value, numberLists[name]) !== null
  }
}

const isNumberList = (name: string): name is keyof typeof numberLists =>
  Object.hasOwn(numberLists, name)
