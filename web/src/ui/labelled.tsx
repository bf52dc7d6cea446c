import { type ReactNode, useId } from 'react'
import styles from './field.module.css'

/** A labelled field of a form, with help or what is wrong with it. */
export function Labelled({
  label,
  help,
  error,
  children,
}: {
  label: string
  help?: string
  error?: string | null
  children: (props: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: boolean
  }) => ReactNode
}) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error || help
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={noteId} className={error ? styles.error : styles.help}>
          {note}
        </p>
      )}
    </div>
  )
}
