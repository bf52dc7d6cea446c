import { Copy, Trash2, X } from 'lucide-react'
import { Button, IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { editMany } from '../document/edit-many'
import { useCommands } from '../use-commands'
import { FieldEditor } from './fields/field-editor'
import fields from './fields/fields.module.css'
import styles from './inspector.module.css'
import { sharedFields } from './shared-fields'

/** Several steps at once: what can be done with all of them. */
export function ManyInspector({ count }: { count: number }) {
  const { t } = useWords()
  const { store, readOnly } = useSession()
  const commands = useCommands()
  return (
    <>
      <header className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('canvas.steps', { n: count })}</h2>
        </div>
        <IconButton label={t('common.closeEsc')} onClick={() => store.getState().select([])}>
          <X className="icon" aria-hidden="true" />
        </IconButton>
      </header>
      {!readOnly && (
        <section className={styles.section} style={{ display: 'flex', gap: 8 }}>
          <Button onClick={commands.duplicate}>
            <Copy className="icon-s" aria-hidden="true" />
            {t('inspector.duplicateShort')}
          </Button>
          <Button onClick={commands.remove}>
            <Trash2 className="icon-s" aria-hidden="true" />
            {t('inspector.removeShort')}
          </Button>
        </section>
      )}
      <SharedFields />
    </>
  )
}

/** What all of them have: a value that is set here is set for each. */
function SharedFields() {
  const { t, say } = useWords()
  const { document, readOnly } = useSession()
  const selected = useCanvas((state) => state.selected)
  const content = useContent((each) => each)
  const shared = sharedFields(content, selected)
  const [first] = selected
  if (shared.length === 0 || !first) return null
  const name = { key: 'act.editMany', values: { n: selected.length } }
  return (
    <fieldset className={styles.body} disabled={readOnly}>
      {shared.map(({ field, spec, value, differs }) => (
        <section key={`${field}:${differs}`} className={fields.row} data-field={field}>
          <p className={fields.head}>
            {say(spec.label)}
            {differs && <small>{t('inspector.differs')}</small>}
          </p>
          <FieldEditor
            spec={spec}
            field={field}
            nodeId={first}
            value={value}
            onChange={(next) => editMany(document, selected, field, next, name)}
          />
        </section>
      ))}
    </fieldset>
  )
}
