import type { GraphNode } from '@relance/core/graph/graph'
import type { NodeDefinition } from '@relance/core/node/definition'
import type { Figure } from '../../api/flows'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { useStepStats } from '../use-stats'
import { ExitList } from './exit-list'
import styles from './inspector.module.css'

/** Figures of one step; entered = waiting + passed + left. Each opens the people behind it. */
export function FiguresTab({
  id,
  node,
  definition,
}: {
  id: string
  node: GraphNode
  definition: NodeDefinition
}) {
  const { t, number, share } = useWords()
  const { store } = useSession()
  const stats = useStepStats(id)
  if (!stats) return <p className={styles.empty}>{t('inspector.noFigures')}</p>
  const figures: Figure[] = ['entered', 'waiting', 'passed', 'left', 'converted']
  return (
    <>
      <section className={styles.section}>
        <div className={styles.figures}>
          {figures.map((figure) => (
            <button
              key={figure}
              type="button"
              className={styles.figure}
              onClick={() => store.getState().showPeople({ nodeId: id, figure })}
            >
              <b>{number(stats[figure])}</b>
              <small>
                {figure === 'waiting'
                  ? t('figure.waiting')
                  : t(`figure.${figure}`, { n: stats[figure] })}
                {figure === 'converted' &&
                  stats.entered > 0 &&
                  ` · ${share(stats.converted / stats.entered, 1)}`}
              </small>
            </button>
          ))}
          <button
            type="button"
            className={styles.figure}
            onClick={() => store.getState().showPeople({ nodeId: id, figure: 'held' })}
          >
            <b>{number(stats.held)}</b>
            <small>{t('figure.held', { n: stats.held })}</small>
          </button>
        </div>
      </section>
      <ExitList id={id} node={node} definition={definition} />
    </>
  )
}
