import type { ReactNode } from 'react'
import type { FigureAsked } from '../api/reports'
import { useFigureLists } from './figure-lists'
import styles from './figures.module.css'

/** A figure that opens the list of what it counts. Nothing counted: the figure alone. */
export function FigureButton({
  asked,
  count,
  title,
  children,
}: {
  asked: FigureAsked
  /** What the figure counts. */
  count: number
  /** What the list is of, such as “Clicked, Welcome”. */
  title: string
  children: ReactNode
}) {
  const open = useFigureLists((state) => state.open)
  if (count === 0) return <span>{children}</span>
  return (
    <button
      type="button"
      className={styles.figure}
      aria-haspopup="dialog"
      title={title}
      data-figure={asked.figure}
      onClick={() => open({ asked, title })}
    >
      {children}
    </button>
  )
}
