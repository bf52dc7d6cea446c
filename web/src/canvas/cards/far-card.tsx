import { sentenceText } from '@relance/core/node/sentence'
import clsx from 'clsx'
import { Tile } from '../../ui/tile'
import { isFullCard } from '../layout/card-size'
import { useStep } from '../use-step'
import { CardFrame, type CardProps } from './card-frame'
import { ChangeBadge } from './change-badge'
import styles from './far-card.module.css'
import { ProblemMark } from './problem-mark'
import { ReplaceHalf } from './replace-half'
import { tileOf } from './tile-of'
import { useCardChange } from './use-card-change'

/**
 * A step seen from afar: its tile, and what it is called as long as that can be read. Each element is laid out, layered
 * and asked for the pointer with every frame in which something is dragged, a thousand cards at a time: so there are no
 * others, and paths are one drawing (`FarEdges`).
 */
export function FarCard({ id, selected, isNamed }: CardProps & { isNamed: boolean }) {
  const step = useStep(id)
  const { definition, node, title, parts } = step
  const change = useCardChange(id)
  const { tone, icon } = tileOf(definition, node)
  // A small card has no title from near either: it is known by its sentence.
  const isFull = isFullCard(definition?.category ?? 'custom')
  return (
    <CardFrame id={id} selected={selected} step={step} isFar>
      <Tile tone={tone} icon={isNamed ? icon : null} />
      {isNamed && (
        <span className={clsx(styles.name, !isFull && styles.small)}>
          {isFull ? title : sentenceText(parts)}
        </span>
      )}
      {change && <ChangeBadge change={change} inCorner />}
      <ProblemMark id={id} className={styles.mark} />
      <ReplaceHalf id={id} />
    </CardFrame>
  )
}
