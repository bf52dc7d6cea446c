import { sentenceText } from '@relance/core/node/sentence'
import { Handle, type NodeProps, Position } from '@xyflow/react'
import clsx from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { isFullCard } from '../layout/card-size'
import { heatOf } from '../live-scale'
import { colourOf, PersonTab } from '../presence/person-tab'
import { useOtherAt } from '../presence/use-presence'
import { stepOnPath } from '../store/path-slice'
import { isDimmed } from '../store/search-slice'
import { PathBadge } from '../try/path-badge'
import { ReckonedBadge } from '../try/reckoned-badge'
import { useStepProblem } from '../use-problems'
import { useLiveScale, useStepStats } from '../use-stats'
import { useStep } from '../use-step'
import { CardArticle } from './card-article'
import { CardExits } from './card-exits'
import { CardFigures, CompactFigures } from './card-figures'
import { ChangeBadge } from './change-badge'
import { HeldBadge } from './held-badge'
import { ReplaceHalf } from './replace-half'
import { Sentence } from './sentence'
import styles from './step-card.module.css'
import { tileOf } from './tile-of'
import { useCardChange } from './use-card-change'

/** One step on the canvas. Takes an id, so one changed step redraws one card. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps) {
  const { t } = useWords()
  const { hasFigures, readOnly } = useSession()
  const { definition, title, parts, node } = useStep(id)
  const stats = useStepStats(id)
  const problem = useStepProblem(id)
  const change = useCardChange(id)
  const other = useOtherAt(id)
  const category = definition?.category ?? 'custom'
  const full = isFullCard(category)
  const grows = category === 'trigger'
  const scale = useLiveScale()
  const heat = scale && stats ? heatOf(stats.waiting, scale) : 0
  const dimmed = useCanvas(isDimmed(id))
  const onPath = useCanvas(stepOnPath(id))
  const isLast = useCanvas((state) => state.selected.at(-1) === id)
  const eyebrow = category === 'trigger' && !node?.name ? t('category.trigger') : title
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
          grows && styles.grows,
          hasFigures && styles.live,
          other && [styles.other, colourOf(other)],
          selected && styles.selected,
          problem?.code === 'V03' && styles.stray,
          onPath === 'dim' && styles.dim,
        )}
      >
        <Handle
          type="target"
          position={Position.Top}
          className={styles.target}
          isConnectable={!readOnly}
          isConnectableStart={false}
        />
        {other && <PersonTab other={other} />}
        <div className={styles.head}>
          <Tile {...tileOf(definition, node)} />
          <div className={styles.body}>
            {full && (
              <p className={clsx(styles.eyebrow, styles[category])}>
                <span className={styles.eyebrowText}>{eyebrow}</span>
                {change && <ChangeBadge change={change} />}
              </p>
            )}
            <p className={styles.sentence} title={sentenceText(parts)}>
              <Sentence parts={parts} />
            </p>
            {!full && stats && <CompactFigures id={id} stats={stats} isEnd={category === 'end'} />}
          </div>
          {!full && change && <ChangeBadge change={change} inCorner />}
        </div>
        {full && hasFigures && <CardFigures id={id} stats={stats} />}
        {stats && <HeldBadge id={id} stats={stats} />}
        {problem && (
          <span className={clsx(styles.problem, styles[problem.severity])} title={problem.message}>
            {problem.severity === 'fix' ? (
              <CircleAlert className="icon" aria-hidden="true" />
            ) : (
              <TriangleAlert className="icon" aria-hidden="true" />
            )}
            <span className="sr-only">{problem.message}</span>
          </span>
        )}
        {onPath === 'lit' && <PathBadge id={id} />}
        <ReckonedBadge id={id} />
        <ReplaceHalf id={id} />
        <CardExits id={id} />
      </CardArticle>
    </div>
  )
})
