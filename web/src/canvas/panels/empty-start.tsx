import { afterPaint } from '../../ui/after-paint'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { isTriggerType, stepTypes } from '../step-types'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import styles from './panels.module.css'

/** An empty scenario asks what starts it, and offers the answers. */
export function EmptyStart() {
  const { t, say } = useWords()
  const { readOnly } = useSession()
  const empty = useContent((content) => Object.keys(content.nodes).length === 0)
  const commands = useCommands()
  const view = useView()
  if (!empty || readOnly) return null
  const start = (type: string) => {
    commands.add(type, { on: 'ground', at: { x: 0, y: 0 } })
    // What its settings take of the canvas when they open is taken from both sides: see `useKeepCentred`.
    afterPaint(view.home)
  }
  return (
    <section className={styles.start} aria-label={t('start.title')}>
      <h2>{t('start.title')}</h2>
      <p>{t('start.about')}</p>
      <div className={styles.starts}>
        {stepTypes
          .filter((type) => isTriggerType(type.type))
          .map((type) => (
            <button
              key={type.type}
              type="button"
              className={styles.startItem}
              data-start={type.type}
              onClick={() => start(type.type)}
            >
              <Tile tone="trigger" icon={type.icon} />
              <span>
                <b>{say(type.title)}</b>
                <small>{say(type.about)}</small>
              </span>
            </button>
          ))}
      </div>
    </section>
  )
}
