import { Select as BaseSelect } from '@base-ui/react/select'
import clsx from 'clsx'
import { Check, ChevronDown } from 'lucide-react'
import styles from './select.module.css'

export interface Choice {
  value: string
  label: string
}

/** One value out of a few. `look` is a token inside a sentence or a field of a form. */
export function Select({
  value,
  onChange,
  choices,
  label,
  look = 'token',
  placeholder,
  id,
  tone,
}: {
  value: string | null
  onChange: (value: string) => void
  choices: Choice[]
  label?: string
  look?: 'token' | 'field'
  placeholder?: string
  id?: string
  tone?: 'missing'
}) {
  return (
    <BaseSelect.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      items={choices}
    >
      <BaseSelect.Trigger
        id={id}
        aria-label={label}
        className={clsx(styles.trigger, styles[look], tone && styles[tone])}
      >
        <BaseSelect.Value title={choices.find((choice) => choice.value === value)?.label}>
          {(picked: string | null) =>
            choices.find((choice) => choice.value === picked)?.label ?? placeholder ?? '–'
          }
        </BaseSelect.Value>
        <ChevronDown className="icon-s" aria-hidden="true" />
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner
          className={styles.positioner}
          sideOffset={4}
          alignItemWithTrigger={false}
          align="start"
        >
          <BaseSelect.Popup className={styles.popup}>
            {choices.map((choice) => (
              <BaseSelect.Item key={choice.value} value={choice.value} className={styles.item}>
                <BaseSelect.ItemIndicator className={styles.mark} keepMounted>
                  <Check className="icon-s" aria-hidden="true" />
                </BaseSelect.ItemIndicator>
                <BaseSelect.ItemText>{choice.label}</BaseSelect.ItemText>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
