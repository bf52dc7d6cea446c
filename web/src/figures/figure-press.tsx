import type { ReactNode } from 'react'
import styles from './figures.module.css'

/** A figure that opens a list when it is pressed. Nothing counted: the figure alone. */
export function FigurePress({
  figure,
  count,
  title,
  onPress,
  children,
}: {
  figure: string
  /** How long the list is. */
  count: number
  /** What the list is of. */
  title: string
  onPress: () => void
  children: ReactNode
}) {
  if (count === 0) return <span>{children}</span>
  return (
    <button
      type="button"
      className={styles.figure}
      aria-haspopup="dialog"
      title={title}
      data-figure={figure}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
