import { AppError } from '@relance/core/error/app-error'
import type { FieldLeaf, Operator } from '@relance/core/rule/rule'
import type { Operand } from './fields'
import {
  dateLiteral,
  instantLiteral,
  isAgo,
  isDateText,
  numberLiteral,
  type RuleScalar,
  textLiteral,
} from './literals'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

const ORDERINGS: Partial<Record<Operator, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/**
 * A field leaf as SQL that is true or false, never null: an unknown value makes it false, `!=` too.
 * `contains` and `starts-with` take no notice of case; `contains` also looks into a list.
 * @throws AppError invalid for a value the field can never have
 */
export function compare(
  operand: Operand,
  leaf: FieldLeaf,
  params: SqlParams,
  moment: RuleMoment,
): string {
  const test = testOf(operand, leaf, params, moment)
  return `coalesce(${test}, false)`
}

function testOf(operand: Operand, leaf: FieldLeaf, params: SqlParams, moment: RuleMoment): string {
  const { field, op, value } = leaf
  if (op === 'known') return `${value === false ? 'not ' : ''}(${isKnown(operand)})`
  if (value === undefined)
    throw new AppError('invalid', `${field}: say what to compare it with.`, { field })
  if (op === 'in') {
    const list = Array.isArray(value) ? value : [value]
    return `(${list.map((one) => order(operand, field, '=', one, params, moment)).join(' or ') || never(operand.sql)})`
  }
  if (Array.isArray(value))
    throw new AppError('invalid', `${field}: a list goes with "in" only.`, { field })
  if (op === 'contains' || op === 'starts-with')
    return textSearch(operand, op, textLiteral(field, value), params)
  return order(operand, field, ORDERINGS[op] ?? '=', value, params, moment)
}

/** False; it still mentions the operand, for a parameter that nobody mentions has no type. */
const never = (sql: string) => `${sql} is null and false`

const isKnown = ({ kind, sql }: Operand) =>
  kind === 'json' ? `${sql} is not null and jsonb_typeof(${sql}) <> 'null'` : `${sql} is not null`

function order(
  operand: Operand,
  field: string,
  op: string,
  value: RuleScalar,
  params: SqlParams,
  moment: RuleMoment,
): string {
  const { kind, sql } = operand
  switch (kind) {
    case 'number':
    case 'money':
      return `${sql} ${op} ${params.add(numberLiteral(field, value), 'numeric')}`
    case 'instant':
      return `${sql} ${op} ${params.add(instantLiteral(field, value, moment), 'timestamptz')}`
    case 'date':
      return `${sql} ${op} ${params.add(dateLiteral(field, value, moment), 'date')}`
    case 'text': {
      const text = textLiteral(field, value)
      return `${sql} collate "C" ${op} ${params.add(field === 'email' ? text.trim().toLowerCase() : text, 'text')}`
    }
    case 'json':
      return orderJson(sql, field, op, value, params, moment)
  }
}

/** What came as JSON is read as the rule's own value is meant: as a number, an instant or a text. */
function orderJson(
  sql: string,
  field: string,
  op: string,
  value: RuleScalar,
  params: SqlParams,
  moment: RuleMoment,
) {
  if (typeof value === 'number') return `rule_number(${sql}) ${op} ${params.add(value, 'numeric')}`
  const isEquality = op === '=' || op === '<>'
  if (isAgo(value) || (isDateText(value) && !isEquality)) {
    const at = params.add(instantLiteral(field, value, moment), 'timestamptz')
    return `rule_instant(${sql}, ${params.add(moment.timeZone, 'text')}) ${op} ${at}`
  }
  if (typeof value === 'boolean' && !isEquality) return never(sql)
  return `rule_text(${sql}) collate "C" ${op} ${params.add(textLiteral(field, value), 'text')}`
}

function textSearch(
  { kind, sql }: Operand,
  op: 'contains' | 'starts-with',
  wanted: string,
  params: SqlParams,
): string {
  const text = kind === 'json' ? `rule_text(${sql})` : `(${sql})::text`
  const part = `lower(${params.add(wanted, 'text')})`
  if (op === 'starts-with') return `starts_with(lower(${text}), ${part})`
  const inText = `position(${part} in lower(${text})) > 0`
  if (kind !== 'json') return inText
  const inList = `exists (select 1 from jsonb_array_elements(${sql}) x where rule_text(x) = ${params.add(wanted, 'text')})`
  return `case jsonb_typeof(${sql}) when 'array' then ${inList} else ${inText} end`
}
