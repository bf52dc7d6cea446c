import fields from '../../ui/field.module.css'
import styles from './publish.module.css'

/** A whole number of hours or days, from one to the most that is allowed. */
export function LengthField({
  label,
  most,
  value,
  onChange,
}: {
  label: string
  most: number
  value: number
  onChange: (value: number) => void
}) {
  return (
    <label className={styles.length}>
      {label}
      <input
        className={fields.field}
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={(event) => onChange(within(event.target.valueAsNumber, most))}
      />
    </label>
  )
}

const within = (value: number, most: number) =>
  Number.isNaN(value) ? 1 : Math.min(most, Math.max(1, Math.round(value)))
