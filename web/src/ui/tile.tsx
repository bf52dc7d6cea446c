import type { NodeCategory } from '@relance/core/node/definition'
import clsx from 'clsx'
import { StepIcon } from './step-icon'
import styles from './tile.module.css'

export type TileTone = NodeCategory | 'mute' | 'bad' | 'warn' | 'ok'

/**
 * The coloured square that says what kind of thing this is; never the only sign of it.
 * @param icon null where it would be too small to be told: the square is full of its colour then
 */
export function Tile({
  tone,
  icon,
  size = 'normal',
}: {
  tone: TileTone
  icon: string | null
  size?: 'normal' | 'small' | 'tiny'
}) {
  return (
    <span
      className={clsx(styles.tile, styles[tone], styles[size], icon === null && styles.plain)}
      aria-hidden="true"
    >
      {icon !== null && <StepIcon name={icon} />}
    </span>
  )
}
