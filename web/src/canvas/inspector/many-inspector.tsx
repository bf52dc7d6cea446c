import { Copy, Trash2, X } from 'lucide-react'
import { Button, IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { useCommands } from '../use-commands'
import styles from './inspector.module.css'

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
    </>
  )
}
