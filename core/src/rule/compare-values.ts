import { subtractFrom } from '../time/add-to'
import { parseInstant } from '../time/parse-instant'
import type { Operator, RuleValue } from './rule'

/** When a value is looked at, and where dates without a zone are meant. */
export interface Moment {
  now: Date
  /** IANA name. */
  timeZone: string
}

type Comparison = Exclude<Operator, 'in' | 'contains' | 'starts-with' | 'known'>

const DATE = /^\d{4}-\d\d-\d\d/

/**
 * Whether a value as it was sent stands so to the rule's own. It is read as the rule's value is meant:
 * as a number, an instant or a text; where it cannot be, nothing holds. `contains` and `starts-with`
 * take no notice of case; `contains` also looks into a list.
 */
export function compareValues(
  seen: unknown,
  op: Exclude<Operator, 'known'>,
  wanted: RuleValue,
  moment: Moment,
): boolean {
  if (op === 'in') {
    const list = Array.isArray(wanted) ? wanted : [wanted]
    return list.some((one) => isOrdered(seen, '=', one, moment))
  }
  if (Array.isArray(wanted)) return false
  if (op === 'starts-with') return lower(seen).startsWith(lower(wanted))
  if (op !== 'contains') return isOrdered(seen, op, wanted, moment)
  return Array.isArray(seen)
    ? seen.some((one) => text(one) === text(wanted))
    : lower(seen).includes(lower(wanted))
}

const holds: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function isOrdered(seen: unknown, op: Comparison, wanted: RuleValue, moment: Moment): boolean {
  const isEquality = op === '=' || op === '!='
  const order = orderOf(seen, wanted, isEquality, moment)
  return order !== null && holds[op](order)
}

/** Below, at or above zero; null where the two cannot be compared. */
function orderOf(seen: unknown, wanted: RuleValue, isEquality: boolean, moment: Moment) {
  if (typeof wanted === 'number') return difference(numberOf(seen), wanted)
  if (typeof wanted === 'object' && 'ago' in wanted) {
    const since = subtractFrom(moment.now, wanted.ago, moment.timeZone)
    return difference(instantOf(seen, moment), since.getTime())
  }
  if (!isEquality && typeof wanted === 'boolean') return null
  if (!isEquality && DATE.test(text(wanted))) {
    return difference(instantOf(seen, moment), instantOf(wanted, moment))
  }
  const [one, other] = [text(seen), text(wanted)]
  return one === other ? 0 : one < other ? -1 : 1
}

const difference = (left: number, right: number): number | null =>
  Number.isNaN(left) || Number.isNaN(right) ? null : left - right

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}

const instantOf = (value: unknown, { timeZone }: Moment): number =>
  (typeof value === 'string' ? parseInstant(value, timeZone)?.getTime() : null) ?? Number.NaN

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
const lower = (value: unknown): string => text(value).toLowerCase()
