import { AppError } from '@relance/core/error/app-error'
import type { RuleValue } from '@relance/core/rule/rule'
import { subtractFrom } from '@relance/core/time/add-to'
import { localDate } from '@relance/core/time/local-time'
import { parseInstant } from '@relance/core/time/parse-instant'
import type { RuleMoment } from './rule-moment'

/** One value of a rule: what is left of a list when taken one by one. */
export type RuleScalar = Exclude<RuleValue, readonly unknown[]>

export const isAgo = (value: RuleValue): value is { ago: string } =>
  typeof value === 'object' && !Array.isArray(value)

const ISO_INSTANT = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Whether a text is meant as a date or an instant. */
export const isDateText = (value: RuleValue): value is string =>
  typeof value === 'string' && ISO_INSTANT.test(value)

const bad = (field: string, value: RuleValue, wanted: string) =>
  new AppError('invalid', `${field}: ${JSON.stringify(value)} is not ${wanted}.`, { field })

/** A value of a rule as an instant: counted back from now, or written; a date is midnight in the rule's zone. */
export function instantLiteral(
  field: string,
  value: RuleScalar,
  { now, timeZone }: RuleMoment,
): Date {
  if (isAgo(value)) return subtractFrom(now, value.ago, timeZone)
  const at = isDateText(value) ? parseInstant(value, timeZone) : null
  if (!at) throw bad(field, value, 'a date')
  return at
}

/** A value of a rule as a local date, YYYY-MM-DD. */
export function dateLiteral(
  field: string,
  value: RuleScalar,
  { now, timeZone }: RuleMoment,
): string {
  if (isAgo(value)) return localDate(subtractFrom(now, value.ago, timeZone), timeZone).toString()
  if (!isDateText(value) || !parseInstant(value, timeZone)) throw bad(field, value, 'a date')
  return value.slice(0, 10)
}

export function numberLiteral(field: string, value: RuleScalar): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) throw bad(field, value, 'a number')
  return number
}

export function textLiteral(field: string, value: RuleScalar): string {
  if (isAgo(value)) throw bad(field, value, 'a text')
  return String(value)
}
