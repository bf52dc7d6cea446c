import type { EventLeaf, FieldLeaf, Rule } from '@relance/core/rule/rule'
import { lastOf, visitsOf } from './facts'
import { msOf } from './minutes'
import type { Fact, Person } from './person'
import type { Run } from './run'
import { Undetermined } from './story'

type Scalar = string | number | boolean | null | undefined

/** Whether a rule holds for somebody now; `run` is what “since entry” and “of that mail” are about. */
export function ruleHolds(rule: Rule, person: Person, now: number, run?: Run): boolean {
  if ('and' in rule) return rule.and.every((part) => ruleHolds(part, person, now, run))
  if ('or' in rule) return rule.or.some((part) => ruleHolds(part, person, now, run))
  if ('not' in rule) return !ruleHolds(rule.not, person, now, run)
  if ('event' in rule) return eventHolds(rule, person, now, run)
  if ('field' in rule) return fieldHolds(rule, fieldOf(person, rule.field), now)
  if ('consent' in rule) return (person.consent?.state ?? 'unknown') === rule.state
  throw new Error('The model knows no segments.')
}

/** Whether an event's properties are as a rule wants them. */
export function propertiesHold(
  rule: Rule | null | undefined,
  properties: Record<string, unknown>,
  now: number,
): boolean {
  if (!rule) return true
  if ('field' in rule) return fieldHolds(rule, properties[rule.field] as Scalar, now)
  throw new Error('The model knows one field in “where”.')
}

function fieldHolds({ op, value }: FieldLeaf, seen: Scalar, now: number): boolean {
  const isKnown = seen !== undefined && seen !== null
  if (op === 'known') return isKnown === (value !== false)
  if (!isKnown) return false
  const wanted = typeof value === 'object' && 'ago' in value ? now - msOf(value.ago) : value
  if (typeof wanted === 'number') return typeof seen === 'number' && compares(op, seen, wanted)
  return op === '=' ? seen === wanted : op === '!=' ? seen !== wanted : false
}

function compares(op: string, left: number, right: number): boolean {
  switch (op) {
    case '=':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    default:
      throw new Error(`The model knows no ${op}.`)
  }
}

/** A field of somebody; instants in ms. */
export function fieldOf(person: Person, field: string): Scalar {
  switch (field) {
    case 'createdAt':
      return person.createdAt
    case 'lastVisitAt':
      return lastOf(person, 'visit')
    case 'lastOrderAt':
      return lastOf(person, 'order')
    case 'lastOpenAt':
      return lastOf(person, 'open')
    case 'lastClickAt':
      return lastOf(person, 'click')
    case 'visitsCount':
      return visitsOf(person).length
    case 'ordersCount':
      return person.orders.size
    default:
      return person.traits[field] as Scalar
  }
}

/** @throws Undetermined where it depends on facts that are told in the same breath: they may count already. */
function eventHolds(leaf: EventLeaf, person: Person, now: number, run?: Run): boolean {
  const holds = countHolds(leaf, person, now, run)
  const withComing = { ...person, facts: [...person.facts, ...person.coming] }
  const isVisit = leaf.event === 'visit'
  if (!isVisit && person.coming.length > 0 && countHolds(leaf, withComing, now, run) !== holds)
    throw new Undetermined('A rule about what is told in the same breath.')
  return holds
}

function countHolds(leaf: EventLeaf, person: Person, now: number, run?: Run): boolean {
  const from = startOf(leaf, now, run)
  const found = from === undefined ? [] : factsOf(leaf, person, run)
  const counted = found.filter(
    ({ at, properties }) =>
      at <= now && at >= (from ?? 0) && propertiesHold(leaf.where, properties, now),
  )
  if (from === undefined || (leaf.of && !run)) return false
  if (leaf.sum) {
    const { property, op, value } = leaf.sum
    const sum = counted.reduce((all, { properties }) => all + Number(properties[property] ?? 0), 0)
    return compares(op, sum, value)
  }
  const { op, value } = leaf.count ?? { op: '>=', value: 1 }
  return compares(op, counted.length, value)
}

function factsOf({ event, of }: EventLeaf, person: Person, run?: Run): Fact[] {
  if (event === 'visit')
    return visitsOf(person).map((at) => ({ id: '', name: 'visit', at, properties: {} }))
  const named = person.facts.filter(({ name }) => name === event)
  return of
    ? named.filter(({ properties }) => properties.node === of && properties.run === run)
    : named
}

/** Undefined: since something that has not been. */
function startOf({ within, since }: EventLeaf, now: number, run?: Run): number | undefined {
  const window = within ? now - msOf(within) : 0
  if (!since) return window
  const at =
    since === 'entry' ? run?.enteredAt : since === 'anchor' ? run?.anchorAt : run?.leftAt.get(since)
  return at === undefined ? undefined : Math.max(window, at)
}
