import { TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import fields from '../ui/field.module.css'
import styles from './brand.module.css'

const COLOUR = /^#[0-9a-f]{6}$/i

/** One colour, picked or typed; what is no colour yet is not handed on. A warning says what is wrong with the one chosen. */
export function ColourField({
  label,
  value,
  onChange,
  warning,
}: {
  label: string
  value: string
  onChange: (colour: string) => void
  warning?: string
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const said = typed ?? value
  return (
    <div className={styles.colour}>
      <label className={fields.label} htmlFor={id}>
        {label}
      </label>
      <span className={fields.wrap}>
        <input
          type="color"
          aria-label={label}
          className={styles.swatch}
          value={value}
          onChange={(event) => {
            setTyped(null)
            onChange(event.target.value)
          }}
        />
        <input
          id={id}
          value={said}
          maxLength={7}
          spellCheck={false}
          aria-invalid={!COLOUR.test(said)}
          aria-describedby={warning ? `${id}-warning` : undefined}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value)
            if (COLOUR.test(target.value)) onChange(target.value.toLowerCase())
          }}
        />
      </span>
      {warning && (
        <p id={`${id}-warning`} className={styles.warning}>
          <TriangleAlert className="icon-s" aria-hidden="true" />
          {warning}
        </p>
      )}
    </div>
  )
}
