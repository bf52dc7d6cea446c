import { useEffect, useState } from 'react'
import { Select } from '../../../ui/select'
import {
  type DurationUnit,
  durationUnits,
  joinDuration,
  splitDuration,
} from '../../../words/format-duration'
import { useWords } from '../../../words/use-words'
import styles from './fields.module.css'

const parts = (value: unknown) => {
  if (typeof value !== 'string') return null
  try {
    return splitDuration(value)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A number and a unit. While the number is empty nothing is set: the question stays open. */
export function DurationInput({
  value,
  onChange,
  label,
  units = durationUnits,
  missing,
}: {
  value: unknown
  onChange: (value: string | undefined) => void
  label: string
  units?: readonly DurationUnit[]
  missing?: boolean
}) {
  const { t } = useWords()
  const given = parts(value)
  const [unit, setUnit] = useState<DurationUnit>(given?.unit ?? 'days')
  const [text, setText] = useState(given ? String(given.value) : '')
  useEffect(() => {
    const next = parts(value)
    if (!next) return
    setUnit(next.unit)
    setText(String(next.value))
  }, [value])
  const set = (number: string, nextUnit: DurationUnit) => {
    setText(number)
    setUnit(nextUnit)
    const count = Number(number)
    onChange(
      number.trim() && Number.isInteger(count) && count >= 0
        ? joinDuration(count, nextUnit)
        : undefined,
    )
  }
  return (
    <span className={styles.pair}>
      <input
        className={styles.count}
        data-empty={missing || undefined}
        type="number"
        min={0}
        max={9999}
        inputMode="numeric"
        aria-label={t('field.howMany', { label })}
        value={text}
        onChange={(event) => set(event.target.value, unit)}
      />
      <Select
        label={t('field.unit', { label })}
        value={unit}
        onChange={(next) => set(text, durationUnits.find((each) => each === next) ?? 'days')}
        choices={units.map((each) => ({
          value: each,
          label: t(`unit.${each}`, { n: Number(text) || 0 }),
        }))}
      />
    </span>
  )
}
