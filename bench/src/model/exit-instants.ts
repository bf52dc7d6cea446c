import type { Rule } from '@relance/core/rule/rule'
import { msOf } from './minutes'
import { fieldOf } from './rule-holds'
import type { Run } from './run'

/** Instants at which time alone may end a run: its longest stay, and where a date in an exit rule grows old enough. */
export function exitInstants(run: Run): number[] {
  const { maxStay, exitRules } = run.version.settings
  const stay = maxStay ? [run.enteredAt + msOf(maxStay)] : []
  return [...stay, ...exitRules.flatMap(({ rule }) => turnsOf(rule, run))]
}

function turnsOf(rule: Rule, run: Run): number[] {
  if ('and' in rule) return rule.and.flatMap((part) => turnsOf(part, run))
  if ('or' in rule) return rule.or.flatMap((part) => turnsOf(part, run))
  if ('not' in rule) return turnsOf(rule.not, run)
  if (!('field' in rule) || typeof rule.value !== 'object' || !('ago' in rule.value)) return []
  const seen = fieldOf(run.person, rule.field)
  if (typeof seen !== 'number') return []
  // Reached in that very millisecond, passed in the next.
  return [seen + msOf(rule.value.ago), seen + msOf(rule.value.ago) + 1]
}
