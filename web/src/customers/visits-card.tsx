import { useInfiniteQuery } from '@tanstack/react-query'
import { sessionsQuery } from '../api/contact-record'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import styles from './record.module.css'

/** Visits of the web site: when, how many pages, and in which sections. */
export function VisitsCard({ contactId }: { contactId: string }) {
  const { t, date, number } = useWords()
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(sessionsQuery(contactId))
  const visits = data?.pages.flatMap((page) => page.items) ?? []
  if (visits.length === 0) return null
  return (
    <section className={panel.panel} aria-labelledby="visits">
      <header className={shared.bar}>
        <h2 id="visits">{t('visits.title')}</h2>
      </header>
      <ul className={styles.visits}>
        {visits.map((visit) => (
          <li key={visit.id}>
            <time dateTime={visit.startedAt}>{date(visit.startedAt, 'moment')}</time>
            <b>{t('visits.pages', { n: visit.pages })}</b>
            <span className={styles.sections}>
              {Object.entries(visit.sections).map(([section, pages]) => (
                <Chip key={section} small tone="outline">
                  {pages > 1 ? `${section} · ${number(pages)}` : section}
                </Chip>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <p className={styles.more}>
          <button type="button" className={shared.link} onClick={() => void fetchNextPage()}>
            {t('history.older')}
          </button>
        </p>
      )}
    </section>
  )
}
