import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import { insertPiece, useActiveText } from '../rich-text/active-text'
import { pieceOfField } from '../rich-text/piece-of-field'
import styles from './visual.module.css'

/** What is known of the chosen customer; a click puts it where the cursor last stood, a drag anywhere in a text. */
export function DataList({ fields }: { fields: readonly MailField[] }) {
  const { t } = useWords()
  const view = useActiveText((state) => state.view)
  return (
    <section className={styles.group} aria-label={t('mailEditor.data')}>
      <h2>{t('mailEditor.data')}</h2>
      <p className={styles.hint}>{t('mailEditor.dataHelp')}</p>
      <ul className={styles.data}>
        {fields.map((field) => (
          <li key={field.name}>
            <button
              type="button"
              draggable
              disabled={!view}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => view && insertPiece(view, pieceOfField(field))}
              onDragStart={(event) => event.dataTransfer.setData('text/plain', pieceOfField(field))}
            >
              <span className={styles.dataName} title={field.label}>
                {field.label}
              </span>
              <small className={styles.dataSample} title={field.sample}>
                {field.sample}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
