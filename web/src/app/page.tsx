import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronRight, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd'
import { useWords } from '../words/use-words'
import { AppTools } from './app-tools'
import { useCommandPalette } from './command-palette-store'
import styles from './page.module.css'

/** What scrolls can hold the keyboard, so that the arrows scroll it. */
const scrolledByKeys = { tabIndex: 0 }

/** The frame of a page: top bar with search or the way back, then its content. */
export function Page({
  crumb,
  tools,
  wide,
  full,
  children,
}: {
  crumb?: { to: LinkProps['to']; label: string; here: string }
  tools?: ReactNode
  wide?: boolean
  /** The content fills the page to its edges and scrolls by itself. */
  full?: boolean
  children: ReactNode
}) {
  const { t } = useWords()
  const openSearch = useCommandPalette((state) => state.setOpen)
  return (
    <div className={styles.main}>
      <header className={styles.top}>
        {crumb ? (
          <nav className={styles.crumb} aria-label={t('nav.where')}>
            <Link to={crumb.to}>{crumb.label}</Link>
            <ChevronRight className="icon-s" aria-hidden="true" />
            <b title={crumb.here}>{crumb.here}</b>
          </nav>
        ) : (
          <button type="button" className={styles.search} onClick={() => openSearch(true)}>
            <Search className="icon-s" aria-hidden="true" />
            <span title={t('search.placeholder')}>{t('search.placeholder')}</span>
            <Kbd>Ctrl K</Kbd>
          </button>
        )}
        <span className={styles.grow} />
        {tools}
        <AppTools />
      </header>
      {full ? (
        <main className={styles.full}>{children}</main>
      ) : (
        <main className={styles.scroll} {...scrolledByKeys}>
          <div className={wide ? styles.wide : styles.page}>{children}</div>
        </main>
      )}
    </div>
  )
}

/** The title of a page, what it counts, and what can be done. */
export function PageHead({
  title,
  about,
  children,
}: {
  title: string
  about?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      {about && <p>{about}</p>}
      <span className={styles.grow} />
      {children}
    </div>
  )
}
