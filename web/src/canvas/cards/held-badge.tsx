import { holdReasonWords } from '@relance/core/words/reason-words'
import { Hand } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { NodeStats } from '../../api/types'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './held-badge.module.css'

/** Pinned to a card while people are held at it: how many and by what. Opens those people. */
export function HeldBadge({ id, stats }: { id: string; stats: NodeStats }) {
  const { t, language } = useWords()
  const showPeople = useCanvas((state) => state.showPeople)
  const reasons = Object.entries(stats.heldBy ?? {}).sort(([, a], [, b]) => b - a)
  const [first] = reasons
  if (!first) return null
  const say = ([reason, n]: [string, number]) =>
    t('figure.heldBy', { n, reason: holdReasonWords(reason, language) })
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    showPeople({ nodeId: id, figure: 'held' })
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.held} nodrag`}
      title={reasons.map(say).join(' · ')}
      onClick={open}
    >
      <Hand className="icon-s" aria-hidden="true" />
      {reasons.length === 1 ? say(first) : t('figure.heldInAll', { n: stats.held })}
    </button>
  )
}
