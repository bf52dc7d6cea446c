import { addTo, subtractFrom } from '../time/add-to'
import { localDate, startOfDate } from '../time/local-time'
import type { Operator, Rule } from './rule'
import { isFieldLeaf, type Leaf } from './rule-shape'
import { leavesOf } from './walk-rule'

/** Instants of a contact's fields, by field; null where never set. */
export type FieldInstants = Readonly<Record<string, Date | null>>

/**
 * The next instant after `now` at which time alone can change a rule's answer, for leaves that compare
 * a date with `{ago}`; null where none can. A rule may answer as before then: it is when to ask again.
 */
export function nextChangeAt(
  rule: Rule,
  instants: FieldInstants,
  now: Date,
  timeZone: string,
): Date | null {
  const changes = leavesOf(rule)
    .flatMap(({ leaf }) => changesOf(leaf, instants, timeZone))
    .filter((at) => at > now.getTime())
  return changes.length === 0 ? null : new Date(Math.min(...changes))
}

/** Instants, in ms, at which a leaf's answer turns. */
function changesOf(leaf: Leaf, instants: FieldInstants, timeZone: string): number[] {
  if (!isFieldLeaf(leaf) || typeof leaf.value !== 'object' || Array.isArray(leaf.value)) return []
  const seen = Object.hasOwn(instants, leaf.field) ? instants[leaf.field] : null
  if (!seen) return []
  return turnsAt(leaf.op, seen, leaf.value.ago, timeZone).map((at) => at.getTime())
}

/** The instants at which comparing `seen` with that long ago changes its answer. */
export const turnsAt = (op: Operator, seen: Date, ago: string, timeZone: string): Date[] =>
  turns[op]?.map((turn) =>
    turn === 'reached' ? reachedAt(seen, ago, timeZone) : passedAt(seen, ago, timeZone),
  ) ?? []

/** `reached`: the date lies that long ago; `passed`: it lies longer ago. */
const turns: Partial<Record<Operator, readonly ('reached' | 'passed')[]>> = {
  '<=': ['reached'],
  '>': ['reached'],
  '<': ['passed'],
  '>=': ['passed'],
  '=': ['reached', 'passed'],
  '!=': ['reached', 'passed'],
  in: ['reached', 'passed'],
}

/**
 * The first instant from which counting `duration` back gives `from` or later. Not simply `from` plus
 * the duration: a month after 31 March is 30 April, but a month before 30 April is 30 March.
 */
export function reachedAt(from: Date, duration: string, timeZone: string): Date {
  let candidate = addTo(from, duration, timeZone)
  while (subtractFrom(candidate, duration, timeZone) < from) {
    candidate = startOfDate(localDate(candidate, timeZone).add({ days: 1 }), timeZone)
  }
  return candidate
}

/** The first instant, to the millisecond, at which `from` lies longer ago than `duration`. */
export const passedAt = (from: Date, duration: string, timeZone: string): Date =>
  reachedAt(new Date(from.getTime() + 1), duration, timeZone)
