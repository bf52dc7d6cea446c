import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { subtractFrom } from '@relance/core/time/add-to'
import { now, type Person } from './rule-people'

const numberOf = (value: unknown) =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
      ? Number(value)
      : null
const textOf = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null
const ordered = <Value extends string | number>(
  one: Value | null,
  op: string,
  other: Value,
): boolean => {
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
function fieldHolds(values: Record<string, unknown>, { field, op, value }: FieldLeaf): boolean {
  const seen = values[field]
  if (op === 'known') return (seen !== undefined && seen !== null) === (value !== false)
  if (op === 'in')
    return (
      Array.isArray(value) &&
      value.some((one) => fieldHolds(values, { field, op: '=', value: one }))
    )
  const text = textOf(seen)
  if (op === 'contains')
    return Array.isArray(seen)
      ? seen.includes(value)
      : (text?.toLowerCase().includes(String(value).toLowerCase()) ?? false)
  if (op === 'starts-with')
    return text?.toLowerCase().startsWith(String(value).toLowerCase()) ?? false
  if (typeof value === 'number') return ordered(numberOf(seen), op, value)
  if (typeof value === 'boolean' && op !== '=' && op !== '!=') return false
  return ordered(text, op, String(value))
}
function eventHolds(person: Person, leaf: EventLeaf): boolean {
  const from = leaf.within ? subtractFrom(now, leaf.within, 'Europe/Paris') : new Date(0)
  const found = person.events.filter(
    ({ name, at, properties }) =>
      name === leaf.event &&
      at <= now &&
      at >= from &&
      (!leaf.where || holds({ ...person, traits: properties }, leaf.where)),
  )
  if (leaf.sum) {
    const { property, op, value } = leaf.sum
    const sum = found.reduce(
      (total, { properties }) => total + Math.round((numberOf(properties[property]) ?? 0) * 100),
      0,
    )
    return ordered(sum, op, Math.round(value * 100))
  }
  return ordered(found.length, leaf.count?.op ?? '>=', leaf.count?.value ?? 1)
}
/** A second, tiny implementation of what is said of rules, of fields and events alone. */
export function holds(person: Person, rule: Rule): boolean {
  if ('and' in rule) return rule.and.every((part) => holds(person, part))
  if ('or' in rule) return rule.or.some((part) => holds(person, part))
  if ('not' in rule) return !holds(person, rule.not)
  if ('field' in rule) return fieldHolds(person.traits, rule)
  if ('event' in rule) return eventHolds(person, rule)
  throw new Error('not of this test')
}
