import { Scissors, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { limitEdge } from '../document/connect-exit'
import { stepTitles } from '../step-titles'
import { useCommands } from '../use-commands'
import { useProblems } from '../use-problems'
import fieldStyles from './fields/fields.module.css'
import styles from './inspector.module.css'

/** One path: where it leads from and to; a backward one says how often it may be taken. */
export function EdgeInspector({ edgeKey }: { edgeKey: string }) {
  const { t, language } = useWords()
  const { document, store, readOnly } = useSession()
  const edge = useContent((content) => content.edges[edgeKey])
  const titles = useContent((content) => stepTitles(content, language))
  const commands = useCommands()
  const isEndless = useProblems().some(
    ({ code, nodeId, exit }) => code === 'V12' && nodeId === edge?.from && exit === edge?.exit,
  )
  const root = useFocusWanted()
  if (!edge) return null
  return (
    <div ref={root} style={{ display: 'contents' }}>
      <header className={styles.head}>
        <div>
          <p className={styles.kicker}>{t('inspector.path')}</p>
          <h2 className={styles.title}>
            {t('inspector.fromTo', {
              from: titles.get(edge.from) ?? edge.from,
              to: titles.get(edge.to) ?? edge.to,
            })}
          </h2>
        </div>
        <IconButton label={t('common.closeEsc')} onClick={() => store.getState().selectEdge(null)}>
          <X className="icon" aria-hidden="true" />
        </IconButton>
      </header>
      {(edge.atMost !== undefined || isEndless) && (
        <section className={styles.section}>
          <h3>{t('inspector.atMost')}</h3>
          <input
            type="number"
            min={1}
            max={100}
            className={fieldStyles.count}
            aria-label={t('inspector.atMost')}
            value={edge.atMost ?? ''}
            disabled={readOnly}
            onChange={(event) =>
              limitEdge(document, edgeKey, Math.max(1, Number(event.target.value)), {
                key: 'act.limit',
              })
            }
          />
        </section>
      )}
      {!readOnly && (
        <section className={styles.section}>
          <Button onClick={commands.remove}>
            <Scissors className="icon-s" aria-hidden="true" />
            {t('inspector.cut')}
          </Button>
        </section>
      )}
    </div>
  )
}

/** The number of times, or else what can be done with the path, takes the keyboard when it is asked for. */
function useFocusWanted() {
  const { store } = useSession()
  const wanted = useCanvas((state) => state.focusField)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wanted === null) return
    const fields = ['input', 'section button']
    for (const field of fields) {
      const control = root.current?.querySelector<HTMLElement>(field)
      if (!control) continue
      control.focus()
      return store.getState().focusOn(null)
    }
  }, [wanted, store])
  return root
}
