import { sentenceText } from '@relance/core/node/sentence'
import { Handle, Position } from '@xyflow/react'
import clsx from 'clsx'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { isFullCard } from '../layout/card-size'
import { PersonTab } from '../presence/person-tab'
import { useOtherAt } from '../presence/use-presence'
import { stepOnPath } from '../store/path-slice'
import { PathBadge } from '../try/path-badge'
import { ReckonedBadge } from '../try/reckoned-badge'
import { useStepStats } from '../use-stats'
import { useStep } from '../use-step'
import { CardExits } from './card-exits'
import { CardFigures, CompactFigures } from './card-figures'
import { CardFrame, type CardProps } from './card-frame'
import { ChangeBadge } from './change-badge'
import { HeldBadge } from './held-badge'
import { ProblemMark } from './problem-mark'
import { ReplaceHalf } from './replace-half'
import { Sentence } from './sentence'
import styles from './step-card.module.css'
import { tileOf } from './tile-of'
import { useCardChange } from './use-card-change'

/** A step as it is read: its sentence, its figures, its ways out. */
export function NearCard({ id, selected }: CardProps) {
  const { t } = useWords()
  const { hasFigures, readOnly } = useSession()
  const step = useStep(id)
  const { definition, title, parts, node } = step
  const stats = useStepStats(id)
  const change = useCardChange(id)
  const other = useOtherAt(id)
  const category = definition?.category ?? 'custom'
  const full = isFullCard(category)
  const onPath = useCanvas(stepOnPath(id))
  const eyebrow = category === 'trigger' && !node?.name ? t('category.trigger') : title
  return (
    <CardFrame id={id} selected={selected} step={step}>
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
      <ProblemMark id={id} />
      {onPath === 'lit' && <PathBadge id={id} />}
      <ReckonedBadge id={id} />
      <ReplaceHalf id={id} />
      <CardExits id={id} />
    </CardFrame>
  )
}
