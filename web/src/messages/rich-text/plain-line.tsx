import type { MailField } from '../../api/content-types'
import styles from './rich-text.module.css'
import { useChipWords } from './use-chip-words'
import { useTextEditor } from './use-text-editor'
import { ValueRow } from './value-row'

/** One line of plain text with the customer's data as chips: a subject, a preview line. */
export function PlainLine({
  value,
  onChange,
  label,
  fields,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  fields: readonly MailField[]
}) {
  const words = useChipWords(fields)
  const { root, view, touched } = useTextEditor({
    ...{ value, onChange, label, words, oneLine: true, isHtml: false },
  })
  return (
    <div className={styles.plain}>
      <div ref={root} className={styles.bare} />
      {view && touched && <ValueRow view={view} piece={touched} fields={fields} />}
    </div>
  )
}
