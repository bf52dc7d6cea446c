import fields from './field.module.css'
import { Labelled } from './labelled'

/** A labelled password; `isNew` when it is being chosen, which browsers treat otherwise than one known. */
export function PasswordField({
  label,
  help,
  error,
  value,
  onChange,
  isNew = false,
  minLength,
}: {
  label: string
  help?: string
  error?: string | null
  value: string
  onChange: (value: string) => void
  isNew?: boolean
  minLength?: number
}) {
  return (
    <Labelled label={label} help={help} error={error}>
      {(props) => (
        <input
          {...props}
          type="password"
          required
          minLength={minLength}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          className={fields.field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  )
}
