import { compareValues, type Moment } from './compare-values'
import type { FieldLeaf, Rule } from './rule'
import { isFieldLeaf } from './rule-shape'
import { holdsWith } from './walk-rule'

/**
 * Whether an event's properties satisfy a rule. Dots in a field's name go into nested objects, and through lists of
 * them: `products.category` is the list of categories.
 * As everywhere, a value that is not there makes its leaf false; leaves that are not about fields never hold.
 * `now` is what `{ago}` counts back from; dates without a zone are meant in `timeZone`.
 */
export function matchProperties(
  rule: Rule | null | undefined,
  properties: Readonly<Record<string, unknown>>,
  now: Date,
  timeZone = 'UTC',
): boolean {
  if (!rule) return true
  const moment = { now, timeZone }
  return holdsWith(rule, (leaf) => isFieldLeaf(leaf) && leafHolds(leaf, properties, moment))
}

function leafHolds(
  leaf: FieldLeaf,
  properties: Readonly<Record<string, unknown>>,
  moment: Moment,
): boolean {
  const { field, op, value } = leaf
  const seen = propertyAt(properties, field)
  const isKnown = seen !== undefined && seen !== null
  // `known` may ask for the contrary.
  if (op === 'known') return isKnown === (value !== false)
  return isKnown && value !== undefined && compareValues(seen, op, value, moment)
}

/** The value a path of names leads to; a name that holds dots itself is tried first. */
function propertyAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(properties, path)) return properties[path]
  const names = path.split('.')
  const found = names.reduce<unknown>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    properties,
  )
  if (found !== undefined) return found
  const listed = throughLists(properties, names)
  return listed.length > 0 ? listed : undefined
}

/** What a path finds in the lists on its way: `products.category`. */
function throughLists(at: unknown, [name, ...below]: string[]): unknown[] {
  if (name === undefined) return [at]
  if (Array.isArray(at)) return at.flatMap((one) => throughLists(one, [name, ...below]))
  return isObject(at) && Object.hasOwn(at, name) ? throughLists(at[name], below) : []
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
