import { useId, useState } from 'react'
import { Select } from '../../../ui/select'
import { useWords } from '../../../words/use-words'
import { ComboInput } from './combo-input'
import { DurationInput } from './duration-input'
import type { FieldProps } from './field-props'
import styles from './fields.module.css'
import { useContactFieldItems } from './use-contact-field-items'
import { useEventItems } from './use-event-items'

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

export function DurationField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <DurationInput
      label={say(spec.label)}
      value={value}
      onChange={onChange}
      missing={isEmpty(value) && Boolean(spec.question)}
    />
  )
}

export function EventField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const items = useEventItems()
  return (
    <ComboInput
      label={say(spec.label)}
      items={items}
      value={asText(value)}
      onChange={(next) => onChange(next || undefined)}
      missing={isEmpty(value)}
      placeholder={spec.question && say(spec.question)}
    />
  )
}

export function ContactFieldField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const items = useContactFieldItems()
  return (
    <ComboInput
      label={say(spec.label)}
      items={items}
      value={asText(value)}
      onChange={(next) => onChange(next || undefined)}
      missing={isEmpty(value) && Boolean(spec.question)}
      placeholder={spec.question && say(spec.question)}
    />
  )
}

export function TextField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const items = (spec.options ?? []).map((option) => ({
    value: option.value,
    label: say(option.label),
  }))
  if (items.length > 0) {
    return (
      <ComboInput
        label={say(spec.label)}
        items={items}
        value={asText(value)}
        onChange={(next) => onChange(next || undefined)}
        placeholder={spec.question && say(spec.question)}
      />
    )
  }
  return (
    <input
      className={styles.text}
      aria-label={say(spec.label)}
      value={asText(value)}
      placeholder={spec.question && say(spec.question)}
      data-empty={(isEmpty(value) && Boolean(spec.question)) || undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

export function NumberField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <input
      className={styles.count}
      type="number"
      aria-label={say(spec.label)}
      value={typeof value === 'number' ? value : ''}
      onChange={(event) =>
        onChange(event.target.value === '' ? undefined : Number(event.target.value))
      }
    />
  )
}

/** Few options stand open as a list, many fold into a menu. */
export function ChoiceField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const name = useId()
  const choices = (spec.options ?? []).map((option) => ({
    value: option.value,
    label: say(option.label),
  }))
  if (choices.length > 3)
    return (
      <Select
        look="field"
        label={say(spec.label)}
        value={asText(value) || null}
        choices={choices}
        onChange={onChange}
      />
    )
  return (
    <fieldset aria-label={say(spec.label)} className={styles.options}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={styles.option}
          data-on={choice.value === value || undefined}
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

export function ChoicesField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const chosen = Array.isArray(value) ? value : []
  const order = (spec.options ?? []).map((option) => option.value)
  const toggle = (option: string) => {
    const next = chosen.includes(option)
      ? chosen.filter((each) => each !== option)
      : [...chosen, option]
    onChange(order.filter((each) => next.includes(each)))
  }
  return (
    <fieldset className={styles.checks} aria-label={say(spec.label)}>
      {(spec.options ?? []).map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={chosen.includes(option.value)}
          className={styles.check}
          onClick={() => toggle(option.value)}
        >
          {say(option.label)}
        </button>
      ))}
    </fieldset>
  )
}

export function TimeField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  return (
    <input
      type="time"
      className={styles.count}
      style={{ width: 108 }}
      aria-label={say(spec.label)}
      value={asText(value)}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

/** A text, or a number, yes or no when it reads as one. */
export function ValueField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const read = (text: string): unknown => {
    if (text === 'true' || text === 'false') return text === 'true'
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  }
  return (
    <input
      className={styles.text}
      aria-label={say(spec.label)}
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(event) => onChange(read(event.target.value))}
    />
  )
}

/** Any JSON; a text that does not read is marked and not taken. */
export function JsonField({ spec, value, onChange }: FieldProps) {
  const { say, t } = useWords()
  const [text, setText] = useState(() => JSON.stringify(value ?? {}, null, 2))
  const [broken, setBroken] = useState(false)
  const take = (next: string) => {
    setText(next)
    try {
      onChange(JSON.parse(next))
      setBroken(false)
    } catch {
      setBroken(true) // said under the field; the last good value stays
    }
  }
  return (
    <>
      <textarea
        className={`${styles.text} ${styles.mono}`}
        rows={4}
        aria-label={say(spec.label)}
        aria-invalid={broken}
        value={text}
        onChange={(event) => take(event.target.value)}
      />
      {broken && <p className={styles.help}>{t('field.notJson')}</p>}
    </>
  )
}
