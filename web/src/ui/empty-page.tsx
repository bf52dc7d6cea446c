import type { ReactNode } from 'react'
import styles from './empty-page.module.css'
import panel from './panel.module.css'

/** A page with nothing on it yet: what will be here, and how it comes. */
export function EmptyPage({
  title,
  about,
  children,
}: {
  title: string
  about: string
  children?: ReactNode
}) {
  return (
    <section className={`${panel.panel} ${styles.empty}`}>
      <h2>{title}</h2>
      <p>{about}</p>
      {children && <div className={styles.ways}>{children}</div>}
    </section>
  )
}
