import type { NodeCategory } from '@relance/core/node/definition'
import type { MouseEvent } from 'react'
import type { NodeStats } from '../../api/types'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import styles from './outline.module.css'

/** The figure that matters at a kind of step, and who waits; each opens the people behind it. */
export function LineFigures({
  id,
  category,
  stats,
}: {
  id: string
  category: NodeCategory
  stats: NodeStats
}) {
  const { rich } = useWords()
  const { store } = useSession()
  const shows = (figure: 'entered' | 'waiting') => (event: MouseEvent) => {
    event.stopPropagation()
    store.getState().showPeople({ nodeId: id, figure })
  }
  const { entered, waiting } = stats
  return (
    <span className={styles.figures}>
      {category !== 'time' && (
        <button type="button" tabIndex={-1} onClick={shows('entered')}>
          {rich('outline.entered', { n: entered })}
        </button>
      )}
      {(category === 'time' || waiting > 0) && (
        <button
          type="button"
          tabIndex={-1}
          data-waits={waiting > 0 || undefined}
          onClick={shows('waiting')}
        >
          {rich('figure.waitingLine', { n: waiting })}
        </button>
      )}
    </span>
  )
}
