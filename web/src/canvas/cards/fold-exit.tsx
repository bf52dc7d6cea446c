import { edgeKey } from '@relance/core/graph/graph'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { MouseEvent } from 'react'
import { statsQuery } from '../../api/flows'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { hiddenSteps, stepsBehind } from '../fold/hidden-steps'
import { useCommands } from '../use-commands'
import styles from './card-exits.module.css'
import type { ShownExit } from './use-shown-exits'

/** Puts away what follows an exit, and shows in its place how much that is. */
export function FoldExit({ id, exit }: { id: string; exit: ShownExit }) {
  const { t } = useWords()
  const commands = useCommands()
  const key = edgeKey({ from: id, exit: exit.exit })
  const folded = useCanvas((state) => state.folded.includes(key) || state.folded.includes(id))
  const toggle = (event: MouseEvent) => {
    event.stopPropagation()
    commands.fold(folded ? [key, id] : [key], !folded)
  }
  const Chevron = folded ? ChevronRight : ChevronDown
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.fold} nodrag`}
        data-fold={key}
        aria-expanded={!folded}
        aria-label={t(folded ? 'fold.unfold' : 'fold.fold', { exit: exit.label })}
        title={t(folded ? 'fold.unfold' : 'fold.fold', { exit: exit.label })}
        onClick={toggle}
      >
        <Chevron className="icon-s" aria-hidden="true" />
      </button>
      {folded && <Behind edge={key} onShow={toggle} />}
    </>
  )
}

/** “6 steps, 412 waiting”. */
function Behind({ edge, onShow }: { edge: string; onShow: (event: MouseEvent) => void }) {
  const { t } = useWords()
  const { flow, hasFigures } = useSession()
  const folded = useCanvas((state) => state.folded)
  const behind = useContent((content) =>
    stepsBehind(content, edge, hiddenSteps(content, folded)).join(),
  )
  const ids = behind === '' ? [] : behind.split(',')
  const { data: waiting = 0 } = useQuery({
    ...statsQuery(flow.id),
    enabled: hasFigures,
    select: ({ nodes }) => ids.reduce((sum, id) => sum + (nodes[id]?.waiting ?? 0), 0),
  })
  if (ids.length === 0) return null
  const words = [
    t('fold.behind', { n: ids.length }),
    ...(waiting > 0 ? [t('fold.waiting', { n: waiting })] : []),
  ]
  return (
    <span className={styles.follow}>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.behind} nodrag`}
        data-behind={edge}
        onClick={onShow}
      >
        {words.join(', ')}
      </button>
    </span>
  )
}
