import { Combobox } from '@base-ui/react/combobox'
import { useMemo } from 'react'
import { useWords } from '../../../words/use-words'
import styles from './fields.module.css'

export interface ComboItem {
  value: string
  label: string
  note?: string
}

/** A text with proposals: known names first, any other one may be typed. */
export function ComboInput({
  value,
  onChange,
  items,
  label,
  placeholder,
  missing,
  id,
}: {
  value: string
  onChange: (value: string) => void
  items: ComboItem[]
  label: string
  placeholder?: string
  missing?: boolean
  id?: string
}) {
  const { t } = useWords()
  const chosen = useMemo(() => items.find((item) => item.value === value) ?? null, [items, value])
  const shown = chosen?.label ?? value
  return (
    <Combobox.Root<ComboItem>
      items={items}
      value={chosen}
      defaultInputValue={shown}
      key={shown}
      onValueChange={(item) => item && onChange(item.value)}
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <Combobox.Input
        id={id}
        className={styles.text}
        aria-label={label}
        placeholder={placeholder}
        data-empty={missing || undefined}
        onFocus={(event) => event.target.select()}
        onBlur={(event) => {
          const typed = event.target.value.trim()
          if (typed === shown) return
          const known = items.find((item) => item.label === typed || item.value === typed)
          onChange(known?.value ?? typed)
        }}
      />
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Combobox.Popup className={styles.list}>
            <Combobox.Empty>{t('field.typedIsTaken')}</Combobox.Empty>
            <Combobox.List>
              {(item: ComboItem) => (
                <Combobox.Item key={item.value} value={item} className={styles.item}>
                  <span>{item.label}</span>
                  {item.note && <small>{item.note}</small>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
