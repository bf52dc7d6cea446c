import type { EventLeaf, FieldLeaf, Rule, RuleValue } from '@relance/core/rule/rule'
import { subtractFrom } from '@relance/core/time/add-to'
import { parseInstant } from '@relance/core/time/parse-instant'
import { behaviour } from './behaviour-model'
import { now, type Person } from './rule-people'

const ZONE = 'Europe/Paris'

/** What rules are asked about besides the person. */
export interface ModelGround {
  segments: ReadonlyMap<string, Rule>
  /** Everybody: who invited whom. */
  people: readonly Person[]
  enrolment: { id: string; enteredAt: Date; anchorAt: Date; leftAt: Record<string, Date> }
}

const numberOf = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : null
const textOf = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
const instantOf = (value: unknown) =>
  value instanceof Date
    ? value.getTime()
    : typeof value === 'string'
      ? (parseInstant(value, ZONE)?.getTime() ?? null)
      : null

function ordered<Value extends string | number>(one: Value | null, op: string, other: Value) {
  if (one === null) return false
  const results: Record<string, boolean> = {
    '=': one === other,
    '!=': one !== other,
    '<': one < other,
    '<=': one <= other,
    '>': one > other,
    '>=': one >= other,
  }
  return results[op] ?? false
}

/** A value by its name, or by its path into objects and through lists of them. */
function valueAt(values: Record<string, unknown>, field: string): unknown {
  const name = field.replace(/^(traits|properties)\./, '')
  if (values[name] !== undefined) return values[name]
  if (!name.includes('.')) return undefined
  let found: unknown[] = [values]
  let listed = false
  for (const step of name.split('.')) {
    listed ||= found.some(Array.isArray)
    found = found.flat().flatMap((at) => {
      const next = typeof at === 'object' && at ? (at as Record<string, unknown>)[step] : undefined
      return next === undefined ? [] : [next]
    })
  }
  return listed ? (found.length > 0 ? found : undefined) : found[0]
}

const isAgo = (value: RuleValue): value is { ago: string } =>
  typeof value === 'object' && !Array.isArray(value)
const isDate = (value: RuleValue) => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)

function fieldHolds(seen: unknown, { field, op, value }: FieldLeaf): boolean {
  if (op === 'known') return (seen !== undefined && seen !== null) === (value !== false)
  if (value === undefined) return false
  if (op === 'in')
    return (
      Array.isArray(value) && value.some((one) => fieldHolds(seen, { field, op: '=', value: one }))
    )
  const text = textOf(seen)
  if (op === 'contains')
    return Array.isArray(seen)
      ? seen.some((one) => textOf(one) === String(value))
      : (text?.toLowerCase().includes(String(value).toLowerCase()) ?? false)
  if (op === 'starts-with')
    return text?.toLowerCase().startsWith(String(value).toLowerCase()) ?? false
  if (Array.isArray(value)) return false
  if (isAgo(value))
    return ordered(instantOf(seen), op, subtractFrom(now, value.ago, ZONE).getTime())
  if (typeof value === 'number') return ordered(numberOf(seen), op, value)
  const isEquality = op === '=' || op === '!='
  if (seen instanceof Date || (isDate(value) && !isEquality))
    return ordered(instantOf(seen), op, instantOf(value) ?? Number.NaN)
  if (typeof value === 'boolean' && !isEquality) return false
  return ordered(text, op, String(value))
}

/** The fields that are worked out of a person's orders, whenever they lie; null while there are none. */
function computed(person: Person, { people }: ModelGround): Record<string, unknown> {
  const { events } = person
  const orders = events.filter(({ name }) => name === 'Order Completed')
  const cents = orders.map(({ properties }) =>
    Math.round((numberOf(properties.revenue) ?? 0) * 100),
  )
  const at = orders.map((order) => order.at.getTime())
  const last = orders.length === 0 ? null : new Date(Math.max(...at))
  const clicks = events.filter(({ name }) => name === 'Email Link Clicked')
  const pages = firstPages(person)
  const seen = [...at, ...pages, ...clicks.map((click) => click.at.getTime())]
  return {
    ...behaviour(person, people),
    ordersCount: orders.length,
    revenueCents: cents.reduce((sum, one) => sum + one, 0),
    lastOrderAt: last,
    firstOrderAt: orders.length === 0 ? null : new Date(Math.min(...at)),
    lastInteractionAt: seen.length === 0 ? null : new Date(Math.max(...seen)),
  }
}

/** Pages less than half an hour apart are one visit, dated by its first. */
const firstPages = ({ events }: Person) => {
  const at = events.filter(({ name }) => name === 'page').map((page) => page.at.getTime())
  return at
    .toSorted((one, other) => one - other)
    .filter((one, n, all) => n === 0 || one - (all[n - 1] ?? 0) >= 30 * 60_000)
}

function windowStart({ within, since }: EventLeaf, { enrolment }: ModelGround): number | null {
  const starts = [Number.NEGATIVE_INFINITY]
  if (within) starts.push(subtractFrom(now, within, ZONE).getTime())
  if (since) {
    const known: Record<string, Date> = {
      ...enrolment.leftAt,
      entry: enrolment.enteredAt,
      anchor: enrolment.anchorAt,
    }
    const at = known[since]
    if (!at) return null
    starts.push(at.getTime())
  }
  return Math.max(...starts)
}

function eventHolds(person: Person, leaf: EventLeaf, ground: ModelGround): boolean {
  const from = windowStart(leaf, ground)
  if (from === null) return false
  const found = person.events.filter(
    ({ name, at, properties }) =>
      name === leaf.event &&
      at <= now &&
      at.getTime() >= from &&
      (!leaf.of ||
        (properties.node_id === leaf.of && properties.enrolment_id === ground.enrolment.id)) &&
      (!leaf.where ||
        holdsOf(
          leaf.where,
          (one) => 'field' in one && fieldHolds(valueAt(properties, one.field), one),
        )),
  )
  if (leaf.sum) {
    const { property, op, value } = leaf.sum
    const sum = found.reduce(
      (total, { properties }) =>
        total + Math.round((numberOf(valueAt(properties, property)) ?? 0) * 100),
      0,
    )
    return ordered(sum, op, Math.round(value * 100))
  }
  return ordered(found.length, leaf.count?.op ?? '>=', leaf.count?.value ?? 1)
}

function holdsOf(rule: Rule, leafHolds: (leaf: Rule) => boolean): boolean {
  if ('and' in rule) return rule.and.every((part) => holdsOf(part, leafHolds))
  if ('or' in rule) return rule.or.some((part) => holdsOf(part, leafHolds))
  if ('not' in rule) return !holdsOf(rule.not, leafHolds)
  return leafHolds(rule)
}

/** A second implementation of what is said of rules, over a person as an object in memory. */
export function holds(person: Person, rule: Rule, ground: ModelGround): boolean {
  return holdsOf(rule, (leaf) => {
    if ('event' in leaf) return eventHolds(person, leaf, ground)
    if ('consent' in leaf) return (person.consents?.[leaf.consent] ?? 'unknown') === leaf.state
    if ('segment' in leaf) {
      const inner = ground.segments.get(leaf.segment)
      return inner !== undefined && holds(person, inner, ground) === leaf.member
    }
    if (!('field' in leaf)) return false
    const own = computed(person, ground)
    return fieldHolds(
      Object.hasOwn(own, leaf.field) ? own[leaf.field] : valueAt(person.traits, leaf.field),
      leaf,
    )
  })
}
