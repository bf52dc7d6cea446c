import clsx from 'clsx'
import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { isFullCard } from '../layout/card-size'
import { heatOf } from '../live-scale'
import { colourOf } from '../presence/person-tab'
import { useOtherAt } from '../presence/use-presence'
import { stepOnPath } from '../store/path-slice'
import { isDimmed } from '../store/search-slice'
import { useStepProblem } from '../use-problems'
import { useLiveScale, useStepStats } from '../use-stats'
import type { StepText } from '../use-step'
import { CardArticle } from './card-article'
import far from './far-card.module.css'
import styles from './step-card.module.css'

export interface CardProps {
  id: string
  selected: boolean
}

interface CardFrameProps extends CardProps {
  step: StepText
  /** Seen from afar. */
  isFar?: boolean
  children: ReactNode
}

/** What a card is from near and from afar: its place, its rim and its ground, and what it is called. */
export function CardFrame({ id, selected, step, isFar, children }: CardFrameProps) {
  const { t } = useWords()
  const { hasFigures } = useSession()
  const { definition, title, parts, node } = step
  const stats = useStepStats(id)
  const problem = useStepProblem(id)
  const other = useOtherAt(id)
  const category = definition?.category ?? 'custom'
  const full = isFullCard(category)
  const grows = category === 'trigger'
  const scale = useLiveScale()
  const heat = scale && stats ? heatOf(stats.waiting, scale) : 0
  const dimmed = useCanvas(isDimmed(id))
  const onPath = useCanvas(stepOnPath(id))
  const isLast = useCanvas((state) => state.selected.at(-1) === id)
  return (
    <div
      className={clsx(
        styles.slot,
        full ? styles.fullSlot : styles.compactSlot,
        grows && styles.upSlot,
      )}
    >
      <CardArticle
        stepId={id}
        title={title}
        parts={parts}
        data-type={node?.type}
        data-dim={dimmed || undefined}
        data-path={onPath}
        data-warm={heat > 0 || undefined}
        style={heat > 0 ? ({ '--heat': `${Math.round(heat * 100)}%` } as CSSProperties) : undefined}
        tabIndex={isLast ? 0 : -1}
        aria-roledescription={t('canvas.step')}
        aria-current={selected || undefined}
        className={clsx(
          styles.card,
          full ? styles.full : styles.compact,
          grows && !isFar && styles.grows,
          hasFigures && styles.live,
          other && [styles.other, colourOf(other)],
          isFar && far.far,
          selected && styles.selected,
          problem?.code === 'V03' && styles.stray,
          onPath === 'dim' && styles.dim,
        )}
      >
        {children}
      </CardArticle>
    </div>
  )
}
