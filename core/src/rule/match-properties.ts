import { subtractFrom } from '../time/add-to'
import type { FieldLeaf, Operator, Rule, RuleValue } from './rule'
import { isFieldLeaf } from './rule-shape'
import { holdsWith } from './walk-rule'

/**
 * Whether an event's properties satisfy a rule. Dots in a field's name go into nested objects.
 * As everywhere, a value that is not there makes its leaf false; leaves that are not about fields never hold.
 * `now` is what `{ago}` counts back from.
 */
export function matchProperties(
  rule: Rule | null | undefined,
  properties: Readonly<Record<string, unknown>>,
  now: Date,
): boolean {
  if (!rule) return true
  return holdsWith(rule, (leaf) => isFieldLeaf(leaf) && leafHolds(leaf, properties, now))
}

function leafHolds(
  leaf: FieldLeaf,
  properties: Readonly<Record<string, unknown>>,
  now: Date,
): boolean {
  const seen = propertyAt(properties, leaf.field)
  if (seen === undefined || seen === null) return false
  if (leaf.op === 'known') return true
  return leaf.value !== undefined && compare(seen, leaf, expected(leaf.value, now))
}

/** The value a path of names leads to; a name that holds dots itself is tried first. */
function propertyAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(properties, path)) return properties[path]
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
      properties,
    )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type Plain = string | number | boolean | Date | readonly (string | number | boolean)[]

const expected = (value: RuleValue, now: Date): Plain =>
  typeof value === 'object' && !Array.isArray(value) ? subtractFrom(now, value.ago, 'UTC') : value

function compare(seen: unknown, { op }: FieldLeaf, wanted: Plain): boolean {
  switch (op) {
    case 'in':
      return Array.isArray(wanted) && wanted.some((one) => order(seen, one) === 0)
    case 'contains':
      return Array.isArray(seen)
        ? seen.some((one) => order(one, wanted) === 0)
        : text(seen).includes(text(wanted))
    case 'known':
      return true
    case 'starts-with':
      return text(seen).startsWith(text(wanted))
    default: {
      const found = order(seen, wanted)
      return found !== null && ordered[op](found)
    }
  }
}

type Comparison = Exclude<Operator, 'in' | 'contains' | 'starts-with' | 'known'>

const ordered: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Below, at or above zero; null where the two cannot be compared. */
function order(seen: unknown, wanted: unknown): number | null {
  if (wanted instanceof Date) return difference(instantOf(seen), wanted.getTime())
  if (typeof wanted === 'number') return difference(numberOf(seen), wanted)
  if (typeof wanted === 'boolean')
    return typeof seen === 'boolean' ? Number(seen) - Number(wanted) : null
  if (typeof wanted !== 'string' || typeof seen === 'object') return null
  const value = text(seen)
  return value === wanted ? 0 : value < wanted ? -1 : 1
}

const difference = (left: number, right: number) => (Number.isNaN(left) ? null : left - right)
const numberOf = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN
const instantOf = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : Number.NaN)
const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
