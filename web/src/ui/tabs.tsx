import type { ReactNode } from 'react'
import styles from './tabs.module.css'

/** One out of a few ways to see something, all in sight. */
export function Tabs<T extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: T
  choices: readonly { value: T; label: ReactNode; name?: string }[]
  onChange: (value: T) => void
}) {
  return (
    <fieldset className={styles.tabs} aria-label={label}>
      {choices.map((each) => (
        <button
          key={each.value}
          type="button"
          aria-pressed={each.value === value}
          aria-label={each.name}
          title={each.name}
          onClick={() => onChange(each.value)}
        >
          {each.label}
        </button>
      ))}
    </fieldset>
  )
}
