import type { z } from 'zod'
import type { ReadingReason } from '../words/reading-words'

export type ConfigIssue = z.core.$ZodIssue

const byMessage: Readonly<Record<string, ReadingReason>> = {
  'not a duration': 'not-a-duration',
  'not a time': 'not-a-time',
  'not a recurrence': 'not-a-recurrence',
  'not a web address': 'not-a-web-address',
}

const byCode: Partial<Record<ConfigIssue['code'], ReadingReason>> = {
  invalid_type: 'wrong-kind',
  invalid_value: 'unknown-option',
  too_small: 'too-small',
  too_big: 'too-big',
}

/** Why a value cannot be read, from what the schema found. */
export function reasonOf(
  issue: ConfigIssue,
  config: Readonly<Record<string, unknown>>,
): ReadingReason {
  const given = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    config,
  )
  if (given === undefined || given === null || given === '') return 'missing'
  const own = Object.hasOwn(byMessage, issue.message) ? byMessage[issue.message] : undefined
  return own ?? byCode[issue.code] ?? 'unreadable'
}
