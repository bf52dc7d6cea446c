import type { MailField } from '../../api/content-types'
import { insertPiece } from './active-text'
import { DataChoice } from './data-choice'
import { FormatBar } from './format-bar'
import { pieceOfField } from './piece-of-field'
import styles from './rich-text.module.css'
import { useChipWords } from './use-chip-words'
import { useTextEditor } from './use-text-editor'
import { ValueRow } from './value-row'

/** A text of a block with its formats and the customer's data as chips. */
export function RichText({
  value,
  onChange,
  label,
  fields,
  oneLine = false,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  fields: readonly MailField[]
  oneLine?: boolean
}) {
  const words = useChipWords(fields)
  const { root, view, touched } = useTextEditor({
    ...{ value, onChange, label, oneLine, words, isHtml: true },
  })
  return (
    <div className={styles.rich}>
      <div className={styles.bar}>
        {view && !oneLine && <FormatBar view={view} />}
        {view && (
          <DataChoice
            fields={fields}
            onChoose={(field) => insertPiece(view, pieceOfField(field))}
          />
        )}
      </div>
      <div ref={root} className={oneLine ? styles.line : styles.area} />
      {view && touched && <ValueRow view={view} piece={touched} fields={fields} />}
    </div>
  )
}
