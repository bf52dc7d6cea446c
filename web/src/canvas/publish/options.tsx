import { type ReactNode, useId } from 'react'
import styles from './publish.module.css'

/** A choice: its words, and what it means. */
interface Option<Value> {
  value: Value
  title: string
  about: string
}

/** One out of a few, each said with what it means; below them, what the chosen one asks for. */
export function Options<Value extends string>({
  legend,
  options,
  chosen,
  onChoose,
  children,
}: {
  legend: string
  options: Option<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
  children?: ReactNode
}) {
  const name = useId()
  return (
    <fieldset className={styles.section} aria-label={legend}>
      {options.map(({ value, title, about }) => (
        <label key={value} className={styles.option} data-on={value === chosen || undefined}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>
            <b>{title}</b>
            <span className={styles.about}>{about}</span>
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}
