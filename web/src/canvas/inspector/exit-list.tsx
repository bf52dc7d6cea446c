import { edgeKey, type GraphNode } from '@relance/core/graph/graph'
import type { NodeDefinition } from '@relance/core/node/definition'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { isRevealed } from '../store/selection-slice'
import { useStepStats } from '../use-stats'
import fieldStyles from './fields/fields.module.css'
import styles from './inspector.module.css'

const colours = ['var(--c-4)', 'var(--c-5)', 'var(--c-3)', 'var(--c-2)', 'var(--c-1)']

/** Ways out of a step: where each leads, and how many took it. */
export function ExitList({
  id,
  node,
  definition,
}: {
  id: string
  node: GraphNode
  definition: NodeDefinition
}) {
  const { t, say, number, language } = useWords()
  const { store, readOnly, flow } = useSession()
  const edges = useContent((content) => content.edges)
  const titles = useContent((content) => stepTitles(content, language))
  const stats = useStepStats(id)
  const revealed = useCanvas(isRevealed(id))
  const exits = definition.exits(node.config)
  if (exits.length === 0) return null
  const total = exits.reduce((sum, exit) => sum + (stats?.exits[exit.exit] ?? 0), 0)
  return (
    <section className={styles.section}>
      <h3>
        {t('inspector.exits', { n: exits.length })}
        {stats && flow.version && (
          <small>{t('inspector.sinceVersion', { version: flow.version })}</small>
        )}
      </h3>
      {total > 0 && exits.length > 1 && (
        <div className={styles.bar} aria-hidden="true">
          {exits.map((exit, place) => (
            <i
              key={exit.exit}
              style={{
                width: `${((stats?.exits[exit.exit] ?? 0) / total) * 100}%`,
                background: colours[place % colours.length],
              }}
            />
          ))}
        </div>
      )}
      <ul className={styles.exits}>
        {exits.map((exit, place) => {
          const to = edges[edgeKey({ from: id, exit: exit.exit })]?.to
          const leads = to
            ? t('inspector.leadsTo', { step: titles.get(to) ?? to })
            : exit.optional
              ? t('inspector.followsFirst')
              : t('inspector.leadsNowhere')
          const people = stats?.exits[exit.exit]
          return (
            <li key={exit.exit}>
              <i style={{ background: colours[place % colours.length] }} />
              <span>
                {say(exit.label)}
                <small>{leads}</small>
              </span>
              {people !== undefined ? (
                <b>{number(people)}</b>
              ) : (
                !to &&
                exit.optional &&
                !revealed &&
                !readOnly && (
                  <button
                    type="button"
                    className={fieldStyles.link}
                    onClick={() => store.getState().reveal(id)}
                  >
                    {t('inspector.ownPath')}
                  </button>
                )
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
