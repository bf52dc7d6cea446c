import { builtInFields } from '@relance/core/contact/contact-fields'
import { type FieldLeaf, type Operator, operators, type RuleValue } from '@relance/core/rule/rule'
import { ComboInput } from '../canvas/inspector/fields/combo-input'
import { DurationInput } from '../canvas/inspector/fields/duration-input'
import { useContactFieldItems } from '../canvas/inspector/fields/use-contact-field-items'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { eventProperties } from './event-properties'
import styles from './rule.module.css'

const isAgo = (value: RuleValue | undefined): value is { ago: string } =>
  typeof value === 'object' && !Array.isArray(value)

const read = (text: string, op: Operator): RuleValue => {
  const one = (part: string): string | number | boolean => {
    const plain = part.trim()
    if (plain === 'true' || plain === 'false') return plain === 'true'
    return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : plain
  }
  return op === 'in' ? text.split(',').map(one) : one(text)
}

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
  const kind = about === 'person' ? builtInFields[leaf.field]?.kind : undefined
  const isDate = kind === 'instant' || kind === 'date'
  const setOp = (op: string) => {
    const next = operators.find((each) => each === op) ?? '='
    const value =
      next === 'known'
        ? undefined
        : isDate && !isAgo(leaf.value)
          ? { ago: 'P30D' }
          : (leaf.value ?? '')
    onChange({ ...leaf, op: next, value })
  }
  const setField = (field: string) => {
    const becomesDate = ['instant', 'date'].includes(builtInFields[field]?.kind ?? '')
    if (becomesDate && !isAgo(leaf.value)) onChange({ field, op: '<=', value: { ago: 'P30D' } })
    else if (!becomesDate && isAgo(leaf.value)) onChange({ field, op: '=', value: '' })
    else onChange({ ...leaf, field })
  }
  const text = isAgo(leaf.value)
    ? ''
    : Array.isArray(leaf.value)
      ? leaf.value.join(', ')
      : String(leaf.value ?? '')
  return (
    <>
      <span className={styles.fieldName}>
        <ComboInput
          label={t('rule.field')}
          items={about === 'person' ? contactItems : eventItems}
          value={leaf.field}
          onChange={setField}
        />
      </span>
      <Select
        label={t('rule.operator')}
        value={leaf.op}
        onChange={setOp}
        choices={operators.map((op) => ({
          value: op,
          label: t(
            isDate && op === '<=' ? 'op.before' : isDate && op === '>=' ? 'op.after' : `op.${op}`,
          ),
        }))}
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
        <input
          className={styles.value}
          aria-label={t('rule.value')}
          value={text}
          onChange={(event) => onChange({ ...leaf, value: read(event.target.value, leaf.op) })}
        />
      )}
    </>
  )
}
