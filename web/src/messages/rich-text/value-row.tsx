import type { EditorView } from '@codemirror/view'
import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import styles from './rich-text.module.css'
import type { TextPiece } from './text-pieces'
import { readValue, writeValue } from './value-piece'

/** The data the cursor touches, and what is said to whoever lacks it. */
export function ValueRow({
  view,
  piece,
  fields,
}: {
  view: EditorView
  piece: TextPiece
  fields: readonly MailField[]
}) {
  const { t } = useWords()
  const value = readValue(piece.text)
  if (!value) return <p className={styles.raw}>{piece.text}</p>
  const label = fields.find(({ name }) => name === value.name)?.label ?? value.name
  const write = (fallback: string) => {
    const insert = writeValue({ ...value, fallback })
    view.dispatch({
      changes: { from: piece.from, to: piece.to, insert },
      selection: { anchor: piece.from + insert.length },
    })
  }
  return (
    <label className={styles.fallback}>
      <span>
        <b>{label}</b> {t('mailEditor.fallback')}
      </span>
      <input value={value.fallback ?? ''} onChange={(event) => write(event.target.value)} />
    </label>
  )
}
