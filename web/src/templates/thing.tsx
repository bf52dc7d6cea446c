import { CircleCheck, CircleDashed } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import panel from '../ui/panel.module.css'
import rows from './templates.module.css'
import styles from './things.module.css'

/** One of the things asked: what it is for, whether it is known, and its fields. */
export function Thing({
  title,
  about,
  isKnown,
  children,
}: {
  title: string
  about: string
  isKnown: boolean
  children: ReactNode
}) {
  const id = useId()
  const Icon = isKnown ? CircleCheck : CircleDashed
  return (
    <section className={`${panel.panel} ${styles.thing}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <Icon className={`icon ${isKnown ? rows.ok : rows.missing}`} aria-hidden="true" />
          {title}
        </h2>
        <p className={styles.why}>{about}</p>
      </header>
      <div>{children}</div>
    </section>
  )
}
