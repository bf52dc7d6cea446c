import type { EventLeaf } from '@relance/core/rule/rule'
import type { Crowd } from './crowd'
import { eventSource } from './event-source'
import { jsonOperand } from './fields'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

const holds: Record<string, (seen: number, value: number) => boolean> = {
  '=': (seen, value) => seen === value,
  '!=': (seen, value) => seen !== value,
  '<': (seen, value) => seen < value,
  '<=': (seen, value) => seen <= value,
  '>': (seen, value) => seen > value,
  '>=': (seen, value) => seen >= value,
}

/**
 * Whether an event leaf holds, where it is asked of everybody: the events are read once, by name and time, and those
 * whose number or sum answers the leaf are a set that the contact `c` is in. Where the leaf holds of whoever has none,
 * the set is of those for whom it does not.
 */
export function crowdEvents(
  leaf: EventLeaf,
  crowd: Crowd,
  params: SqlParams,
  moment: RuleMoment,
): string {
  const source = eventSource(leaf, params, moment, { workspace: crowd.workspace })
  if (source === null) return 'false'
  const { op, value } = leaf.sum ?? leaf.count ?? { op: '>=' as const, value: 1 }
  const counted = leaf.sum
    ? `coalesce(sum(rule_number(${jsonOperand('e.properties', leaf.sum.property, params).sql})), 0)`
    : 'count(*)'
  const test = `${counted} ${op === '!=' ? '<>' : op} ${params.add(value, 'numeric')}`
  const whose = (having: string) =>
    `(select e.contact_id ${source} group by e.contact_id having ${having})`
  return holds[op]?.(0, value) ? `c.id not in ${whose(`not ${test}`)}` : `c.id in ${whose(test)}`
}
