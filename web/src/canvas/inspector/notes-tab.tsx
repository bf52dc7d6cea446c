import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { noteStep } from '../document/edit-step'
import fieldStyles from './fields/fields.module.css'
import styles from './inspector.module.css'

const MOST_LETTERS = 2000

/** What those who draw tell one another of a step. */
export function NotesTab({ id, note, title }: { id: string; note: string; title: string }) {
  const { t } = useWords()
  const { document, readOnly } = useSession()
  if (readOnly) return <p className={styles.empty}>{note || t('inspector.noNote')}</p>
  return (
    <section className={fieldStyles.row}>
      <textarea
        className={fieldStyles.text}
        style={{ width: '100%', minHeight: 140, padding: 8, resize: 'vertical' }}
        aria-label={t('inspector.notes')}
        maxLength={MOST_LETTERS}
        value={note}
        onChange={(event) =>
          noteStep(document, id, event.target.value, { key: 'act.note', values: { step: title } })
        }
      />
      <p className={fieldStyles.help}>{t('inspector.notesHelp')}</p>
    </section>
  )
}
