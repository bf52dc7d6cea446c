import type { ContactField } from '@relance/core/contact/contact-field'
import type { FieldLeaf, Operator, RuleValue } from '@relance/core/rule/rule'
import { useQuery } from '@tanstack/react-query'
import { fieldValuesQuery } from '../api/workspace'
import { ComboInput } from '../canvas/inspector/fields/combo-input'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './rule.module.css'

const read = (text: string, op: Operator): RuleValue => {
  const one = (part: string): string | number | boolean => {
    const plain = part.trim()
    if (plain === 'true' || plain === 'false') return plain === 'true'
    return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : plain
  }
  return op === 'in' ? text.split(',').map(one) : one(text)
}

const PROPOSED = new Set([
  'interests',
  'sectionsSeen',
  'lastSection',
  'favouriteCategory',
  'favouriteBrand',
  'favouriteCreator',
])

/** What a field is compared with: one of few, one of those in use, or anything typed. */
export function FieldValueInput({
  leaf,
  field,
  onChange,
}: {
  leaf: FieldLeaf
  /** Of every contact; undefined: a trait or a property. */
  field: ContactField | undefined
  onChange: (leaf: FieldLeaf) => void
}) {
  const { t, language } = useWords()
  const proposes = field !== undefined && PROPOSED.has(leaf.field)
  const { data } = useQuery({ ...fieldValuesQuery(leaf.field), enabled: proposes })
  const text = Array.isArray(leaf.value) ? leaf.value.join(', ') : String(leaf.value ?? '')
  if (field?.choices && leaf.op !== 'in')
    return (
      <Select
        label={t('rule.value')}
        value={text}
        onChange={(value) => onChange({ ...leaf, value })}
        choices={Object.entries(field.choices).map(([value, words]) => ({
          value,
          label: words[language],
        }))}
      />
    )
  if (proposes && leaf.op !== 'in')
    return (
      <span className={styles.property}>
        <ComboInput
          label={t('rule.value')}
          items={(data?.items ?? []).map((value) => ({ value, label: value }))}
          value={text}
          onChange={(value) => onChange({ ...leaf, value })}
        />
      </span>
    )
  return (
    <input
      className={styles.value}
      aria-label={t('rule.value')}
      value={text}
      onChange={(event) => onChange({ ...leaf, value: read(event.target.value, leaf.op) })}
    />
  )
}
