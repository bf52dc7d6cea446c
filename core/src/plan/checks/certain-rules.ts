import { reachedFrom } from '../../graph/walk-graph'
import type { EventLeaf, Rule } from '../../rule/rule'
import { isAnd, isEmptyRule, isEventLeaf, isNot, isOr } from '../../rule/rule-shape'
import type { Finding } from '../finding'
import { exitTitle, type Survey, type SurveyedNode } from '../survey'

/** V15: no branch of a condition is sure to hold, or those after it get nobody. */
export function checkCertainRules(survey: Survey): Finding[] {
  const after = new Map<string, ReadonlySet<string>>()
  const isAfter = (nodeId: string, sender: string) => {
    const known = after.get(sender) ?? reachedFrom([sender], survey.next)
    after.set(sender, known)
    return known.has(nodeId) && nodeId !== sender
  }
  const flagged = new Set<string>()
  return survey.rules.flatMap(({ at, exit, field, rule }): Finding[] => {
    if (!at || exit === null || flagged.has(at.node.id) || isEmptyOr(rule)) return []
    const isPossible = ({ of }: EventLeaf) =>
      of === undefined || !survey.nodes.has(of) || isAfter(at.node.id, of)
    if (certainty(rule, isPossible) !== true) return []
    const starved = exitAfter(at, exit)
    if (starved === null) return []
    flagged.add(at.node.id)
    const params = { exit: exitTitle(at, starved, survey.language) }
    return [{ code: 'V15', nodeId: at.node.id, exit: starved, field, params }]
  })
}

const isEmptyOr = (rule: Rule) => isEmptyRule(rule) && !isAnd(rule)

function exitAfter({ exits }: SurveyedNode, exit: string): string | null {
  const place = exits.findIndex((spec) => spec.exit === exit)
  return exits[place + 1]?.exit ?? null
}

/** True or false where a rule has the same answer for everyone, else null. */
function certainty(rule: Rule, isPossible: (leaf: EventLeaf) => boolean): boolean | null {
  if (isNot(rule)) {
    const inner = certainty(rule.not, isPossible)
    return inner === null ? null : !inner
  }
  if (isAnd(rule))
    return decided(
      rule.and.map((part) => certainty(part, isPossible)),
      false,
    )
  if (isOr(rule))
    return decided(
      rule.or.map((part) => certainty(part, isPossible)),
      true,
    )
  return isEventLeaf(rule) ? eventCertainty(rule, isPossible(rule)) : null
}

/** One part that is `deciding` settles it; all others together settle the opposite. */
function decided(parts: readonly (boolean | null)[], deciding: boolean): boolean | null {
  if (parts.includes(deciding)) return deciding
  return parts.includes(null) ? null : !deciding
}

/** A count is never below zero; of a message not sent before, nothing was ever counted. */
function eventCertainty({ count, sum }: EventLeaf, isPossible: boolean): boolean | null {
  if (sum) return null
  const { op, value } = count ?? { op: '>=', value: 1 }
  if (!isPossible) return compared[op](0, value)
  if ((op === '>=' && value <= 0) || (op === '>' && value < 0)) return true
  return (op === '<' && value <= 0) || (op === '<=' && value < 0) ? false : null
}

const compared: Record<
  NonNullable<EventLeaf['count']>['op'],
  (seen: number, value: number) => boolean
> = {
  '=': (seen, value) => seen === value,
  '!=': (seen, value) => seen !== value,
  '<': (seen, value) => seen < value,
  '<=': (seen, value) => seen <= value,
  '>': (seen, value) => seen > value,
  '>=': (seen, value) => seen >= value,
}
