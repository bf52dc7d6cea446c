import type { FieldLeaf, Rule } from '@relance/core/rule/rule'
import { isAnd, isFieldLeaf, isOr } from '@relance/core/rule/rule-shape'

/**
 * Properties of an event that meet a rule over them, as plainly as they can be found: what is compared is set to what
 * it is compared with. What is asked not to be is left out.
 */
export function satisfy(rule: Rule | null | undefined): Record<string, unknown> {
  if (!rule) return {}
  if (isAnd(rule)) return Object.assign({}, ...rule.and.map(satisfy))
  if (isOr(rule)) return satisfy(rule.or[0])
  return isFieldLeaf(rule) ? { [rule.field.replace(/^properties\./, '')]: meets(rule) } : {}
}

function meets({ op, value }: FieldLeaf): unknown {
  if (op === 'known') return true
  const [first] = Array.isArray(value) ? value : [value]
  if (typeof first !== 'number') return first
  return op === '>' ? first + 1 : op === '<' ? first - 1 : first
}
