import { AppError } from '@relance/core/error/app-error'
import type { EventLeaf, FieldLeaf } from '@relance/core/rule/rule'
import type { SegmentLeaf } from '@relance/core/rule/rule-shape'
import { combine, type Leaf } from './combine'
import { compare } from './compare'
import { crowdHasInterest } from './crowd-behaviour'
import { crowdEvents } from './crowd-events'
import { eventSource } from './event-source'
import { contactOperand, jsonOperand } from './fields'
import { type RuleScalar, textLiteral } from './literals'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/** A leaf as SQL: what it sees, and whether it holds, given a name for what it sees. */
export interface LeafSql {
  value: string
  holds: (value: string) => string
}

/**
 * Compiles one leaf, over the contact `c` and its computed fields `s`.
 * @throws AppError invalid for what can never be asked: an unknown segment, a value of the wrong kind
 */
export function compileLeaf(leaf: Leaf, params: SqlParams, moment: RuleMoment): LeafSql {
  if ('field' in leaf) {
    if (moment.crowd && asksOneInterest(leaf)) {
      const wanted = textLiteral(leaf.field, leaf.value)
      return {
        value: crowdHasInterest(wanted, moment.crowd, params, moment),
        holds: (value) => value,
      }
    }
    const operand = contactOperand(leaf.field, params, moment)
    return {
      value: operand.sql,
      holds: (value) => compare({ ...operand, sql: value }, leaf, params, moment),
    }
  }
  if ('event' in leaf) return eventLeafSql(leaf, params, moment)
  if ('consent' in leaf) {
    const state = `(select n.state from consents n where n.workspace_id = c.workspace_id and n.contact_id = c.id
      and n.channel = ${params.add(leaf.consent, 'text')})`
    return {
      value: `coalesce(${state}, 'unknown')`,
      holds: (value) => `${value} = ${params.add(leaf.state, 'text')}`,
    }
  }
  return segmentLeafSql(leaf, params, moment)
}

/** Of everybody's interests, only those with the one that is looked for are then gathered. */
const asksOneInterest = (leaf: FieldLeaf): leaf is FieldLeaf & { value: RuleScalar } =>
  leaf.field === 'interests' &&
  leaf.op === 'contains' &&
  leaf.value !== undefined &&
  !Array.isArray(leaf.value)

function segmentLeafSql(
  { segment, member }: SegmentLeaf,
  params: SqlParams,
  moment: RuleMoment,
): LeafSql {
  const rule = moment.segments?.get(segment)
  if (rule === undefined)
    throw new AppError('invalid', `There is no segment “${segment}” in this workspace.`, {
      field: 'segment',
    })
  const isMember = rule
    ? `(${combine(rule, (leaf) => leafCondition(leaf, params, moment))})`
    : `exists (select 1 from segment_members m where m.workspace_id = c.workspace_id and m.contact_id = c.id
        and m.segment_id = ${params.add(segment, 'uuid')})`
  return { value: isMember, holds: (value) => (member ? value : `not (${value})`) }
}

const COMPARISONS = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }

function eventLeafSql(leaf: EventLeaf, params: SqlParams, moment: RuleMoment): LeafSql {
  const source = eventSource(leaf, params, moment)
  if (source === null) return { value: 'null::bigint', holds: () => 'false' }
  if (leaf.sum) {
    const { property, op, value } = leaf.sum
    const summed = jsonOperand('e.properties', property, params).sql
    return {
      value: `(select coalesce(sum(rule_number(${summed})), 0) ${source})`,
      holds: (seen) => `${seen} ${COMPARISONS[op]} ${params.add(value, 'numeric')}`,
    }
  }
  const { op, value } = leaf.count ?? { op: '>=', value: 1 }
  return {
    value: `(select count(*) ${source})`,
    holds: (seen) => `${seen} ${COMPARISONS[op]} ${params.add(value, 'numeric')}`,
  }
}

/** Whether a leaf holds, in the cheapest form: an event is looked for, not counted, where one is enough. */
export function leafCondition(leaf: Leaf, params: SqlParams, moment: RuleMoment): string {
  if ('event' in leaf && moment.crowd?.isWhole && !leaf.of)
    return crowdEvents(leaf, moment.crowd, params, moment)
  const isOneEnough =
    'event' in leaf &&
    !leaf.sum &&
    (!leaf.count || (leaf.count.op === '>=' && leaf.count.value === 1))
  if (isOneEnough) {
    const source = eventSource(leaf, params, moment)
    return source === null ? 'false' : `exists (select 1 ${source})`
  }
  const { value, holds } = compileLeaf(leaf, params, moment)
  return holds(value)
}
