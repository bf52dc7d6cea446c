import type { ContactField } from '@relance/core/contact/contact-field'
import { builtIn } from '@relance/core/contact/contact-fields'
import { type FieldLeaf, type Operator, operators, type RuleValue } from '@relance/core/rule/rule'

const isAgo = (value: RuleValue | undefined): value is { ago: string } =>
  typeof value === 'object' && !Array.isArray(value)

const isDate = (field: ContactField | undefined) =>
  field?.kind === 'instant' || field?.kind === 'date'

/** What can be asked of a field; what a rule made elsewhere asks stays to choose. */
export function operatorsFor({ op }: FieldLeaf, field: ContactField | undefined): Operator[] {
  const sensible: Operator[] =
    field?.kind === 'list'
      ? ['contains', 'known']
      : field?.choices
        ? ['=', '!=', 'known']
        : [...operators]
  return sensible.includes(op) ? sensible : [...sensible, op]
}

export const operatorOf = (text: string): Operator => operators.find((each) => each === text) ?? '='

/** A leaf about another field: what fits the new one stays. */
export function withField(leaf: FieldLeaf, name: string): FieldLeaf {
  const field = builtIn(name)
  const asAgo = isDate(field)
  if (asAgo && !isAgo(leaf.value)) return { field: name, op: '<=', value: { ago: 'P30D' } }
  if (field?.kind === 'list') return { field: name, op: 'contains', value: firstChoice(field) }
  if (field?.choices) return { field: name, op: '=', value: firstChoice(field) }
  const before = builtIn(leaf.field)
  const loses = !asAgo && (isAgo(leaf.value) || before?.choices || before?.kind === 'list')
  return loses ? { field: name, op: '=', value: '' } : { ...leaf, field: name }
}

const firstChoice = ({ choices = {} }: ContactField): string => Object.keys(choices)[0] ?? ''

/** A leaf with another question; the value stays as far as it can be compared so. */
export function withOperator(
  leaf: FieldLeaf,
  op: Operator,
  field: ContactField | undefined,
): FieldLeaf {
  if (op === 'known') return { field: leaf.field, op }
  const asAgo = isDate(field) && !isAgo(leaf.value)
  const empty = field?.choices ? firstChoice(field) : ''
  return { ...leaf, op, value: asAgo ? { ago: 'P30D' } : (leaf.value ?? empty) }
}
