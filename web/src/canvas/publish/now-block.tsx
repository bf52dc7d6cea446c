import type { ReactNode } from 'react'
import type { PublishPreview } from '../../api/types'
import { useWords } from '../../words/use-words'
import styles from './publish.module.css'

/** What begins, and when: who enters from now on, and those who are past the line already. */
export function NowBlock({
  preview,
  alsoPast,
  onAlsoPast,
  children,
}: {
  preview: PublishPreview
  alsoPast: boolean
  onAlsoPast: (also: boolean) => void
  /** Now, or on which date. */
  children: ReactNode
}) {
  const { t, rich, date } = useWords()
  const { entered, firstMessageAt } = preview
  return (
    <section className={styles.section}>
      <h3>{t('publish.fromNow')}</h3>
      <p className={styles.quiet}>{t('publish.fromNowAbout')}</p>
      {entered && (
        <p className={styles.quiet}>
          {rich('publish.perDay', {
            n: Math.round((10 * entered.people) / entered.days) / 10,
            days: entered.days,
          })}
        </p>
      )}
      {firstMessageAt && (
        <p className={styles.quiet}>
          {rich('publish.firstMessage', { at: date(firstMessageAt, 'moment') })}
        </p>
      )}
      <p className={styles.quiet}>{t('publish.limits')}</p>
      {preview.alreadyPast !== null && preview.alreadyPast > 0 && (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={alsoPast}
            onChange={(event) => onAlsoPast(event.target.checked)}
          />
          <span>{rich('publish.alsoPast', { n: preview.alreadyPast })}</span>
        </label>
      )}
      {children}
    </section>
  )
}
