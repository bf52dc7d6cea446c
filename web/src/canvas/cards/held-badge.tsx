import { holdReasonWords } from '@relance/core/words/reason-words'
import { Hand } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { NodeStats } from '../../api/types'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './held-badge.module.css'

/** Pinned to a card while people are held at it, or its mails are refused for now: how many, by what, since when. Opens those people. */
export function HeldBadge({ id, stats }: { id: string; stats: NodeStats }) {
  const { t, date, language } = useWords()
  const showPeople = useCanvas((state) => state.showPeople)
  const reasons = Object.entries(stats.heldBy ?? {}).sort(([, a], [, b]) => b - a)
  const [first] = reasons
  const { retrying } = stats
  if (!first && !retrying) return null
  const say = ([reason, n]: [string, number]) =>
    t('figure.heldBy', { n, reason: holdReasonWords(reason, language) })
  const again =
    retrying && t('figure.retrying', { n: retrying.n, since: date(retrying.since, 'moment') })
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    showPeople({ nodeId: id, figure: first ? 'held' : 'waiting' })
  }
  const held =
    first && (reasons.length === 1 ? say(first) : t('figure.heldInAll', { n: stats.held }))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.held} nodrag`}
      title={[...reasons.map(say), again].filter(Boolean).join(' · ')}
      onClick={open}
    >
      <Hand className="icon-s" aria-hidden="true" />
      {held ?? again}
    </button>
  )
}
