import fieldStyles from '../inspector/fields/fields.module.css'
import styles from './publish.module.css'

/** As much as the server takes. */
const MOST_LETTERS = 500

/** A few sentences to whoever reads it later. */
export function NoteField({
  label,
  help,
  value,
  onChange,
}: {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <section className={styles.section}>
      <h3>{label}</h3>
      <textarea
        className={`${fieldStyles.text} ${styles.note}`}
        rows={2}
        aria-label={label}
        maxLength={MOST_LETTERS}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={styles.quiet}>{help}</p>
    </section>
  )
}
