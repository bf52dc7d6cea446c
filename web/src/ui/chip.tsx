import clsx from 'clsx'
import type { ReactNode } from 'react'
import styles from './chip.module.css'

export type ChipTone = 'mute' | 'ok' | 'warn' | 'bad' | 'info' | 'accent' | 'outline'

/** A short state in words; `dot` adds the sign that it is running. */
export function Chip({
  tone = 'mute',
  dot,
  small,
  className,
  children,
}: {
  tone?: ChipTone
  dot?: boolean
  small?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <span className={clsx(styles.chip, styles[tone], small && styles.small, className)}>
      {dot && <span className={styles.dot} />}
      {children}
    </span>
  )
}
