import { builtIn } from '@relance/core/contact/contact-fields'
import type { FieldLeaf, RuleValue } from '@relance/core/rule/rule'
import { ComboInput } from '../canvas/inspector/fields/combo-input'
import { DurationInput } from '../canvas/inspector/fields/duration-input'
import { useContactFieldItems } from '../canvas/inspector/fields/use-contact-field-items'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { eventProperties } from './event-properties'
import { operatorOf, operatorsFor, withField, withOperator } from './field-leaf'
import { FieldValueInput } from './field-value-input'
import styles from './rule.module.css'

const isAgo = (value: RuleValue | undefined): value is { ago: string } =>
  typeof value === 'object' && !Array.isArray(value)

/** "The number of orders · is at least · 2". */
export function FieldLeafEditor({
  leaf,
  onChange,
  about,
}: {
  leaf: FieldLeaf
  onChange: (leaf: FieldLeaf) => void
  about: 'person' | 'event'
}) {
  const { t } = useWords()
  const contactItems = useContactFieldItems()
  const eventItems = eventProperties.map((name) => ({ value: name, label: name }))
  const field = about === 'person' ? builtIn(leaf.field) : undefined
  const isDate = field?.kind === 'instant' || field?.kind === 'date'
  const isList = field?.kind === 'list'
  const labelOf = (op: FieldLeaf['op']) => {
    if (isList && op === 'contains') return t('op.includes')
    if (isList && op === 'known') return t('op.listKnown')
    return t(isDate && op === '<=' ? 'op.before' : isDate && op === '>=' ? 'op.after' : `op.${op}`)
  }
  return (
    <>
      <span className={styles.fieldName}>
        <ComboInput
          label={t('rule.field')}
          items={about === 'person' ? contactItems : eventItems}
          value={leaf.field}
          onChange={(name) => onChange(withField(leaf, name))}
        />
      </span>
      <Select
        label={t('rule.operator')}
        value={leaf.op}
        onChange={(op) => onChange(withOperator(leaf, operatorOf(op), field))}
        choices={operatorsFor(leaf, field).map((op) => ({ value: op, label: labelOf(op) }))}
      />
      {leaf.op !== 'known' && isAgo(leaf.value) && (
        <span className={styles.inline}>
          <DurationInput
            label={t('rule.value')}
            value={leaf.value.ago}
            onChange={(ago) => onChange({ ...leaf, value: { ago: ago ?? 'P30D' } })}
          />
          {t('rule.ago')}
        </span>
      )}
      {leaf.op !== 'known' && !isAgo(leaf.value) && (
        <FieldValueInput leaf={leaf} field={field} onChange={onChange} />
      )}
    </>
  )
}
