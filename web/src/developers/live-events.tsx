import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { eventsQuery } from '../api/workspace'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './developers.module.css'

/** The last events, newest first, asked for every 3 s. */
export function LiveEvents() {
  const { t, date } = useWords()
  const asked = useQuery(eventsQuery())
  const { data, isPending } = asked
  const events = data?.items ?? []
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="events">
      <header className={styles.head}>
        <h2 id="events">{t('events.title')}</h2>
        <Chip small tone="ok" dot>
          {t('events.live')}
        </Chip>
      </header>
      <Unanswered asked={asked} works={t('developers.worksAllTheSame')} />
      {isPending && <Loading rows={4} />}
      {data && events.length === 0 && <p className={styles.waiting}>{t('events.waiting')}</p>}
      <ul className={styles.events}>
        {events.map((event) => (
          <li key={event.id}>
            <details>
              <summary>
                <time>{date(event.at, 'moment')}</time>
                <b>{event.name}</b>
                <small>{event.source}</small>
                {event.warnings.length > 0 && (
                  <Chip small tone="warn">
                    {event.warnings.map((warning) => warning.code).join(', ')}
                  </Chip>
                )}
              </summary>
              <pre className={styles.code}>{JSON.stringify(event.properties, null, 2)}</pre>
            </details>
            {event.contactId && (
              <Link
                to="/customers/$contactId"
                params={{ contactId: event.contactId }}
                className={styles.link}
              >
                {t('events.customer')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
