import fields from '../ui/field.module.css'
import styles from './settings.module.css'

/** A number of mails within a sentence; null: there is no such limit, and nothing to fill in. */
export function MailCount({
  label,
  value,
  most = 100_000_000,
  step = 1,
  onChange,
}: {
  label: string
  value: number | null
  most?: number
  step?: number
  onChange: (value: number) => void
}) {
  return (
    <input
      className={`${fields.field} ${styles.mails}`}
      type="number"
      min={1}
      max={most}
      step={step}
      required={value !== null}
      disabled={value === null}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}
