import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../words/use-words'
import styles from './wide-table.module.css'

/** What scrolls can hold the keyboard, so that the arrows scroll it. */
const scrolledByKeys = { tabIndex: 0 }

/** A table that may be wider than its place: it then scrolls within its own frame, by keys too, and says so. */
export function WideTable({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useWords()
  const frame = useRef<HTMLElement>(null)
  const [isWide, setWide] = useState(false)
  useLayoutEffect(() => {
    const shown = frame.current
    if (!shown) return
    const look = () => setWide(shown.scrollWidth > shown.clientWidth)
    const watch = new ResizeObserver(look)
    for (const each of [shown, ...shown.children]) watch.observe(each)
    look()
    return () => watch.disconnect()
  }, [])
  return (
    <>
      {isWide && <p className={styles.hint}>{t('common.scrollsSideways')}</p>}
      <section
        ref={frame}
        className={styles.frame}
        {...(isWide && { ...scrolledByKeys, 'aria-label': name })}
      >
        {children}
      </section>
    </>
  )
}
